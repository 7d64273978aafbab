import { Refusal } from '../../contract/errors';
import type { Platform } from '../../platform';
import { answerOnce, type RequestKey } from '../answers';
import { AccountBook, userAccount, voidHoldWithin, voidRequestHash } from '../ledger';
import { currentParameters } from '../parameters';
import { type DonationView, donations, viewOf } from './store';

/** The reason of the entry by which a rider takes a donation back. */
export const TAKEN_BACK = 'donation-taken-back';

/**
 * Takes a donation back that has not been given yet: the same credits return, but for those whose month has passed
 * meanwhile. Exactly once by the request's key; 8 database calls. Errors: `NOT_FOUND` (no such donation of this rider),
 * `HOLD_CLOSED` when it has been given or has come back, `IDEMPOTENCY_CONFLICT`.
 */
export async function voidDonation(
  platform: Platform,
  { uid, donationId }: { uid: string; donationId: string },
  request: RequestKey,
): Promise<DonationView> {
  const { version } = await currentParameters(platform);
  return answerOnce(platform, request, async transaction => {
    const donation = await transaction.get(donations, donationId);
    // Somebody else's donation looks like none at all.
    if (donation?.uid !== uid) throw new Refusal('NOT_FOUND', { field: 'donationId' });
    const account = userAccount(uid);
    const book = new AccountBook(transaction);
    const { atMs } = await voidHoldWithin(book, account, donationId, {
      requestHash: voidRequestHash(platform, account, donationId),
      reason: TAKEN_BACK,
      parametersVersion: version,
      nowMs: platform.nowMs(),
      answer: () => null,
    });
    const end = { state: 'taken-back' as const, dueAtMs: null, endedAtMs: atMs };
    await transaction.update(donations, donationId, end);
    await book.close();
    return viewOf({ ...donation, ...end });
  });
}
