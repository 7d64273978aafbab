import { Refusal } from '../../contract/errors';
import { type Platform, positionAt } from '../../platform';
import type { RequestKey } from '../answers';
import {
  AccountBook,
  amountsOf,
  type Entry,
  holdCreditsWithin,
  type Json,
  type Kind,
  once,
  requirePayingOut,
  userAccount,
} from '../ledger';
import { currentParameters } from '../parameters';
import type { Fund } from './fund';
import { listFunds } from './list-funds';
import { type Donation, type DonationView, donations, viewOf } from './store';
import { termsAt } from './terms';

export interface DonationRequest {
  uid: string;
  fundId: string;
  amount: number;
  /** Only credits of this kind; both in the order of spending when left out. */
  kind?: Kind | undefined;
}

async function fundOf(platform: Platform, fundId: string): Promise<Fund> {
  const fund = (await listFunds(platform)).find(({ _id }) => _id === fundId);
  if (!fund) throw new Refusal('NOT_FOUND', { field: 'fundId', reason: '这个项目已经结束，请选其他项目' });
  return fund;
}

/** The donation in full but for what the hold says: of which kinds it is. */
function draftOf(platform: Platform, key: string, { _id: fundId, name: fundName }: Fund, uid: string) {
  const madeAtMs = platform.nowMs();
  const position = positionAt(madeAtMs, platform.randomId());
  const ends = { state: 'held' as const, madeAtMs, ...termsAt(madeAtMs), endedAtMs: null };
  return { _id: key, uid, position, fundId, fundName, ...ends };
}

const answerOf = (donation: Donation): Json => ({ ...viewOf(donation) });

/**
 * Sets credits aside for a fund; a job gives them to it when the time to think again is over. Exactly once by the
 * request's key, which is the hold's and the donation's; 6 database calls, up to 4 more once a minute. Errors: `NOT_FOUND`
 * (no such fund), `DEBT_FIRST`, `TOO_MANY_HOLDS`, `INSUFFICIENT_CREDITS`, `PAYING_OUT_STOPPED`, `IDEMPOTENCY_CONFLICT`.
 */
export async function donate(
  platform: Platform,
  { uid, fundId, amount, kind }: DonationRequest,
  { key, hash }: RequestKey,
): Promise<DonationView> {
  const { version } = await currentParameters(platform);
  const entry = await once(platform, key, hash, async transaction => {
    await requirePayingOut(platform);
    const draft = draftOf(platform, key, await fundOf(platform, fundId), uid);
    const donationOf = (held: Pick<Entry, 'postings'>): Donation => ({ ...draft, amounts: amountsOf(held) });
    const book = new AccountBook(transaction);
    const request = { amount, kinds: kind && [kind], deadlineMs: draft.deadlineMs };
    const held = await holdCreditsWithin(book, userAccount(uid), request, {
      key,
      requestHash: hash,
      reason: 'donation-held',
      reference: { type: 'donation', id: fundId },
      commitment: null,
      parametersVersion: version,
      nowMs: draft.madeAtMs,
      answer: written => answerOf(donationOf(written)),
    });
    await transaction.add(donations, donationOf(held));
    await book.close();
    return held;
  });
  // This use case wrote it under this key; what leaves the function is checked by the output's schema again.
  return entry.answer as unknown as DonationView;
}
