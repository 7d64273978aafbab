import type { Platform } from '../../platform';
import { type ClosedRider, closedRiders } from './store';

/** Behind every letter of an id: the end of the range that a prefix spans. */
const AFTER_EVERY_LETTER = '{';

/** An account that was closed and whose number begins like that; null when there is none. One database call. */
export async function findClosedRider(platform: Platform, number: string): Promise<ClosedRider | null> {
  const [closed] = await platform.database.find(closedRiders, {
    where: { _id: { from: number, below: `${number}${AFTER_EVERY_LETTER}` } },
    orderBy: [['_id', 'asc']],
    limit: 1,
  });
  return closed ?? null;
}
