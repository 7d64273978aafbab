import type { Platform } from '../../../platform';
import type { Entry } from '../entry';
import { entries } from '../store';

/** One entry by its key; null when there is none. One database call. */
export const readEntry = (platform: Platform, key: string): Promise<Entry | null> =>
  platform.database.get(entries, key);
