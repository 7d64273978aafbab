import type { Platform } from '../../platform';
import { riders } from './store';

/** Up to which binding time a rider's cards are to be unbound after a withdrawal; null when none are. One call. */
export async function unbindingDueUpToMs(platform: Platform, uid: string): Promise<number | null> {
  return (await platform.database.get(riders, uid))?.unbindDueUpToMs ?? null;
}

/** Riders whose cards are still to be unbound, in the order of their ids after `cursor`. One call. */
export async function ridersDueForUnbinding(
  platform: Platform,
  { cursor, limit }: { cursor: string | null; limit: number },
): Promise<string[]> {
  const found = await platform.database.find(riders, {
    where: { unbindDueUpToMs: { above: 0 }, ...(cursor !== null && { _id: { above: cursor } }) },
    orderBy: [['_id', 'asc']],
    limit,
    fields: ['_id'],
  });
  return found.map(rider => rider._id);
}

/** Notes that the unbinding up to that time is done, unless a later withdrawal has asked for more. One call. */
export async function recordUnbindingDone(platform: Platform, uid: string, upToMs: number): Promise<void> {
  await platform.database.updateWhere(
    riders,
    { _id: uid, unbindDueUpToMs: upToMs },
    { unbindDueUpToMs: null },
  );
}
