import { latestPage, type PageAsked, type Platform } from '../../platform';
import { type Alarm, alarms } from './store';

export interface AlarmPage {
  alarms: Alarm[];
  /** Give it back for the next page; null at the end. */
  nextCursor: string | null;
}

/** Alarms of a state, the latest first. One database call. */
export async function listAlarms(
  platform: Platform,
  { state, ...page }: { state: Alarm['state'] } & PageAsked,
): Promise<AlarmPage> {
  const { shown, nextCursor } = await latestPage(platform.database, alarms, { state }, page);
  return { alarms: shown, nextCursor };
}

/** How many alarms nobody has acknowledged. One database call. */
export const countOpenAlarms = (platform: Platform): Promise<number> =>
  platform.database.count(alarms, { state: 'open' });
