import type { Platform } from '../../platform';
import { type Alarm, alarms } from './store';

export interface AlarmPage {
  alarms: Alarm[];
  /** Give it back for the next page; null at the end. */
  nextCursor: string | null;
}

/** Alarms of a state, the latest first. One database call. */
export async function listAlarms(
  platform: Platform,
  { state, cursor, limit }: { state: Alarm['state']; cursor: string | null; limit: number },
): Promise<AlarmPage> {
  const found = await platform.database.find(alarms, {
    where: { state, ...(cursor !== null && { position: { below: cursor } }) },
    orderBy: [['position', 'desc']],
    limit: limit + 1,
  });
  const shown = found.slice(0, limit);
  return { alarms: shown, nextCursor: found.length > limit ? shown.at(-1)!.position : null };
}

/** How many alarms nobody has acknowledged. One database call. */
export const countOpenAlarms = (platform: Platform): Promise<number> =>
  platform.database.count(alarms, { state: 'open' });
