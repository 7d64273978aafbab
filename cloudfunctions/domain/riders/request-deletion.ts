import { Refusal } from '../../contract/errors';
import type { Platform } from '../../platform';
import { answerOnce, type RequestKey } from '../answers';
import { type DeletionView, deletionFrom, deletionView, isClosing } from './rules';
import { riders } from './store';

/** What a rider has asked for; null when nothing. One database call. */
export async function readDeletion(platform: Platform, uid: string): Promise<DeletionView | null> {
  const rider = await platform.database.get(riders, uid);
  return rider && deletionView(rider);
}

/**
 * The rider asks for the account to be closed, in thirty days. Who has asked already keeps the first date.
 * `NOT_SIGNED_IN` when there is no such rider any more. Five database calls, four when already asked for.
 */
export function requestDeletion(
  platform: Platform,
  { uid, request }: { uid: string; request: RequestKey },
): Promise<{ deletion: DeletionView }> {
  return answerOnce(platform, request, async transaction => {
    const rider = await transaction.get(riders, uid);
    if (!rider || isClosing(rider)) throw new Refusal('NOT_SIGNED_IN');
    const known = deletionView(rider);
    if (known) return { deletion: known };
    const deletion = deletionFrom(platform.nowMs());
    await transaction.update(riders, uid, { deletion });
    return { deletion: { requestedAtMs: deletion.requestedAtMs, dueAtMs: deletion.dueAtMs } };
  });
}

/**
 * The rider stays. Until the closing has begun it can be called off, even after the date. `NOT_SIGNED_IN` once it has
 * begun. Five database calls, four when there is nothing to call off.
 */
export function cancelDeletion(
  platform: Platform,
  { uid, request }: { uid: string; request: RequestKey },
): Promise<{ deletion: null }> {
  return answerOnce(platform, request, async transaction => {
    const rider = await transaction.get(riders, uid);
    if (!rider || isClosing(rider)) throw new Refusal('NOT_SIGNED_IN');
    if (rider.deletion) await transaction.update(riders, uid, { deletion: null });
    return { deletion: null };
  });
}
