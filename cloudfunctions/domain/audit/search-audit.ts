import { type Condition, type Conditions, type Platform, sortableTime } from '../../platform';
import { type AuditEntry, auditEntries } from './store';

/** All that are given hold; times in milliseconds, `fromMs` included, `toMs` not. */
export interface AuditFilter {
  actorId?: string | undefined;
  action?: string | undefined;
  target?: string | undefined;
  fromMs?: number | undefined;
  toMs?: number | undefined;
}

/**
 * The filter as conditions on indexed fields. `before` and `after` are places on the time line to go on from; an empty
 * place is the beginning, so there is always a bound.
 */
export function conditionsOf(
  filter: AuditFilter,
  { before = null, after = null }: { before?: string | null; after?: string | null },
): Conditions {
  const below = [before, filter.toMs === undefined ? null : sortableTime(filter.toMs)].filter(
    place => place !== null,
  );
  const timeline: Condition = {
    from: filter.fromMs === undefined ? '' : sortableTime(filter.fromMs),
    ...(after !== null && { above: after }),
    ...(below.length > 0 && { below: below.sort()[0]! }),
  };
  const { actorId, action, target } = filter;
  return {
    ...(actorId !== undefined && { actorId }),
    ...(action !== undefined && { action }),
    ...(target !== undefined && { target }),
    timeline,
  };
}

/** A page of the log, latest first. One database call, served by an index whatever the filter. */
export async function searchAudit(
  platform: Platform,
  filter: AuditFilter,
  { cursor, limit }: { cursor: string | null; limit: number },
): Promise<{ entries: AuditEntry[]; nextCursor: string | null }> {
  const found = await platform.database.find(auditEntries, {
    where: conditionsOf(filter, { before: cursor }),
    orderBy: [['timeline', 'desc']],
    limit: limit + 1,
  });
  const entries = found.slice(0, limit);
  return { entries, nextCursor: found.length > limit ? entries.at(-1)!.timeline : null };
}
