import { PagedList } from '../../../services/paged-list';
import { type AuditFilter, type AuditPage, searchAudit } from './audit';

export type AuditEntry = AuditPage['entries'][number];

/** `2026-11`, of the entry's Beijing day. */
export const monthOfEntry = ({ day }: AuditEntry): string => day.slice(0, 7);

/**
 * What a search finds, a page at a time. `learn` gets the names of the people in each page. Nothing is stored on the
 * phone: who may no longer read the log does not find it there.
 */
export function auditList(
  filter: AuditFilter,
  learn: (names: Readonly<Record<string, string>>) => void,
): PagedList<AuditEntry, string> {
  const page = async (cursor: string | null) => {
    const { entries, names, nextCursor } = await searchAudit(filter, cursor);
    learn(names);
    return { items: entries, nextCursor };
  };
  return new PagedList<AuditEntry, string>({
    first: async () => ({ data: await page(null), atMs: Date.now(), isStored: false }),
    more: page,
    monthOf: monthOfEntry,
    sumMonths: async () => ({}),
  });
}
