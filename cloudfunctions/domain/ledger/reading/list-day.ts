import type { Platform } from '../../../platform';
import { guardedAccountOf } from '../account-names';
import type { Entry } from '../entry';
import { entries } from '../store';

/** What a seal needs to know of an entry. */
export type DayEntry = Pick<Entry, '_id' | 'chain' | 'postings'>;

/** Entries of a day by their keys, those after `afterKey` ('' from the beginning). One database call. */
export const listDay = (
  platform: Platform,
  day: string,
  { afterKey, limit }: { afterKey: string; limit: number },
): Promise<DayEntry[]> =>
  platform.database.find(entries, {
    where: { day, _id: { above: afterKey } },
    orderBy: [['_id', 'asc']],
    limit,
    fields: ['chain', 'postings'],
  });

/** How many entries the day has. One database call. */
export const countDay = (platform: Platform, day: string): Promise<number> =>
  platform.database.count(entries, { day });

/** The first day that has entries, null when there are none. One database call. */
export async function firstDay(platform: Platform): Promise<string | null> {
  const found = await platform.database.find(entries, {
    where: { day: { above: '' } },
    orderBy: [['day', 'asc']],
    limit: 1,
    fields: ['day'],
  });
  return found[0]?.day ?? null;
}

/** Whether the account has no document, and a balance that only follows from postings. */
export const isOpenAccount = (name: string): boolean => guardedAccountOf(name) === null;
