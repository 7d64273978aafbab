import { type Platform, sortableTime } from '../../platform';
import { beijingDay, DAY_MS, startOfDayMs } from '../../platform/beijing-time';
import { type AuditEntry, auditEntries } from './store';

/** What a seal needs to know of an entry. */
export type AuditDayEntry = Pick<AuditEntry, '_id' | 'timeline' | 'chain'>;

/** Days are parts of the time line, so they need no index of their own. */
function boundsOf(day: string): { from: string; below: string } {
  const startMs = startOfDayMs(day);
  return { from: sortableTime(startMs), below: sortableTime(startMs + DAY_MS) };
}

/** Entries of a day in their order on the time line, those after the place `after` ('' from the beginning). One call. */
export const listAuditDay = (
  platform: Platform,
  day: string,
  { after, limit }: { after: string; limit: number },
): Promise<AuditDayEntry[]> =>
  platform.database.find(auditEntries, {
    where: { timeline: { ...boundsOf(day), above: after } },
    orderBy: [['timeline', 'asc']],
    limit,
    fields: ['timeline', 'chain'],
  });

/** How many entries the day has. One database call. */
export const countAuditDay = (platform: Platform, day: string): Promise<number> =>
  platform.database.count(auditEntries, { timeline: boundsOf(day) });

/** The first day that has entries, null when there are none. One database call. */
export async function firstAuditDay(platform: Platform): Promise<string | null> {
  const found = await platform.database.find(auditEntries, {
    where: { timeline: { above: '' } },
    orderBy: [['timeline', 'asc']],
    limit: 1,
    fields: ['atMs'],
  });
  return found[0] ? beijingDay(found[0].atMs) : null;
}
