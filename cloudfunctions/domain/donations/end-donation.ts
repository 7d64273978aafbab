import type { NoticeTemplate } from '../../contract/inbox';
import type { Platform } from '../../platform';
import { addNotice } from '../inbox';
import { type Entry, endHold, lapseHold, merchantAccount, postHold, userAccount } from '../ledger';
import { merchantIdOf } from './fund';
import { type Donation, type DonationState, donations } from './store';
import { TAKEN_BACK } from './void-donation';

/** The reason of the entry by which a donation becomes the fund's. */
export const GIVEN = 'donation-given';

/** Gives it, or after its deadline lets it come back. */
function bookEnd(platform: Platform, donation: Donation, parametersVersion: number): Promise<Entry> {
  const { _id: key, uid, fundId, deadlineMs } = donation;
  const facts = { parametersVersion, nowMs: platform.nowMs(), answer: () => null };
  if (facts.nowMs > deadlineMs) return lapseHold(platform, userAccount(uid), key, facts);
  const hold = { key, bonusTo: merchantAccount(merchantIdOf(fundId)) };
  return postHold(platform, userAccount(uid), hold, { ...facts, reason: GIVEN });
}

function stateOf(end: Entry | null): Exclude<DonationState, 'held'> {
  if (end?.reason === GIVEN) return 'given';
  return end?.reason === TAKEN_BACK ? 'taken-back' : 'returned';
}

/** What the rider has not done himself is told, unless his account has been closed. */
const templates: Readonly<Partial<Record<DonationState, NoticeTemplate>>> = {
  given: 'donation-given',
  returned: 'donation-returned',
};

/**
 * The document follows the ledger, and the rider is told with it. One that is gone was forgotten with its rider, and
 * nothing is left behind in its place.
 */
const follow = (platform: Platform, { _id }: Donation, end: Entry | null): Promise<void> =>
  platform.database.transact(async transaction => {
    const donation = await transaction.get(donations, _id);
    if (donation?.state !== 'held') return;
    const state = stateOf(end);
    const template = end === null ? undefined : templates[state];
    const parameters = { fundName: donation.fundName, ...donation.amounts };
    if (template) await addNotice(transaction, platform, { uid: donation.uid, template, parameters });
    const endedAtMs = end?.atMs ?? platform.nowMs();
    await transaction.update(donations, _id, { state, dueAtMs: null, endedAtMs });
  });

/**
 * Ends a donation that is due: it is given, or comes back after its deadline; what has ended otherwise meanwhile is
 * only noted. Harmless to repeat at any point and to do twice at once. 10 database calls, 12 with bonus. Errors:
 * `PAYING_OUT_STOPPED`; then, as after every other error, it stays due.
 */
export async function endDonation(
  platform: Platform,
  donation: Donation,
  parametersVersion: number,
): Promise<void> {
  const end = await endHold(platform, donation._id, () => bookEnd(platform, donation, parametersVersion));
  await follow(platform, donation, end);
}
