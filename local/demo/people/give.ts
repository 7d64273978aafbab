import * as z from 'zod';
import type { Gift } from '../city/city';
import { Phone, PhoneError } from './phone';

const choice = z.object({ funds: z.array(z.object({ fundId: z.string() })).min(1) });
const made = z.object({ donation: z.object({ donationId: z.string() }) });

/** What a rider has not got, or owes, cannot be given, and while paying out stands still nobody gives. */
const declining = ['INSUFFICIENT_CREDITS', 'DEBT_FIRST', 'PAYING_OUT_STOPPED'];
/** It was taken back before, or its time to think again has passed while the demo was stopped. */
const ended = ['HOLD_CLOSED'];

/**
 * A rider gives credits to one of the funds on the phone's list, and may think again at once. All of it may be repeated:
 * the request ids are the same each time.
 */
export async function give(url: string, { rider, amount, fund, isTakenBack }: Gift): Promise<void> {
  const phone = new Phone(url, rider.openid);
  const { funds } = await phone.call(choice, 'ledger.funds', {});
  const { fundId } = funds[fund % funds.length]!;
  await unless(declining, async () => {
    const { donation } = await phone.call(
      made,
      'ledger.donate',
      { fundId, amount },
      `${rider.openid}-donate`,
    );
    if (isTakenBack) await takeBack(phone, donation.donationId);
  });
}

const takeBack = (phone: Phone, donationId: string): Promise<void> =>
  unless(ended, async () => {
    await phone.call(z.unknown(), 'ledger.voidDonation', { donationId }, `${phone.openid}-take-back`);
  });

/** Leaves it at that when the product's answer is one of these. */
async function unless(codes: readonly string[], happens: () => Promise<void>): Promise<void> {
  try {
    await happens();
  } catch (error) {
    if (!(error instanceof PhoneError && codes.includes(error.code))) throw error;
  }
}
