import { Refusal } from '../../contract/errors';
import type { Platform } from '../../platform';
import { type NoticeOnce, tellOnce } from '../inbox';
import {
  type Entry,
  lapseHold,
  merchantAccount,
  postHold,
  postKey,
  readEntry,
  userAccount,
  voidKey,
} from '../ledger';
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

/** How it ended, by the ledger's word; null where the ledger has no entry of its own, as when an account is closed. */
const readEnd = async (platform: Platform, { _id }: Donation): Promise<Entry | null> =>
  (await readEntry(platform, postKey(_id))) ?? (await readEntry(platform, voidKey(_id)));

function stateOf(end: Entry | null): Exclude<DonationState, 'held'> {
  if (end?.reason === GIVEN) return 'given';
  return end?.reason === TAKEN_BACK ? 'taken-back' : 'returned';
}

/** What the rider has not done himself is told; `noticeId` follows from the donation. */
function noticeOf({ _id, uid, fundName, amounts }: Donation, state: DonationState): NoticeOnce[] {
  if (state !== 'given' && state !== 'returned') return [];
  const template = state === 'given' ? 'donation-given' : 'donation-returned';
  return [{ noticeId: `donation:${_id}`, uid, template, parameters: { fundName, ...amounts } }];
}

/** The document follows the ledger: told first, because who is marked is not looked at again. */
async function follow(platform: Platform, donation: Donation, end: Entry | null): Promise<void> {
  const state = stateOf(end);
  await tellOnce(platform, noticeOf(donation, state));
  const patch = { state, dueAtMs: null, endedAtMs: end?.atMs ?? platform.nowMs() };
  await platform.database.updateWhere(donations, { _id: donation._id, state: 'held' }, patch);
}

/**
 * Ends a donation that is due: it is given, or comes back after its deadline; what has ended otherwise meanwhile is
 * only noted. Harmless to repeat at any point and to do twice at once. 8 database calls, 10 with bonus. Errors:
 * `PAYING_OUT_STOPPED`; then, as after every other error, it stays due.
 */
export async function endDonation(
  platform: Platform,
  donation: Donation,
  parametersVersion: number,
): Promise<void> {
  let end: Entry | null;
  try {
    end = await bookEnd(platform, donation, parametersVersion);
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'HOLD_CLOSED')) throw error;
    end = await readEnd(platform, donation);
  }
  await follow(platform, donation, end);
}
