import type { Platform } from '../../platform';
import { csvOf, jsonLinesOf } from './export-formats';
import { type AuditFilter, conditionsOf } from './search-audit';
import { type AuditEntry, auditEntries } from './store';

/** What CloudBase gives at most in one query. */
const MOST_ENTRIES = 1_000;
/** A function answers 6 MB at most; a character of ours takes three bytes at most, and some JSON around them. */
const MOST_CHARACTERS = 1_500_000;

export interface AuditExport {
  text: string;
  entries: number;
  nextCursor: string | null;
}

/**
 * A part of the log as a text that the next part can be put behind, earliest first: whatever is added meanwhile comes in
 * a later part, and nothing is skipped. One database call.
 */
export async function exportAudit(
  platform: Platform,
  filter: AuditFilter,
  { format, cursor }: { format: 'csv' | 'json-lines'; cursor: string | null },
): Promise<AuditExport> {
  const found = await platform.database.find(auditEntries, {
    where: conditionsOf(filter, { after: cursor }),
    orderBy: [['timeline', 'asc']],
    limit: MOST_ENTRIES,
  });
  const entries = fitting(found);
  const isLast = found.length < MOST_ENTRIES && entries.length === found.length;
  return {
    text: format === 'csv' ? csvOf(entries, { withHeader: cursor === null }) : jsonLinesOf(entries),
    entries: entries.length,
    nextCursor: isLast ? null : entries.at(-1)!.timeline,
  };
}

/** The first entries, at least one, that are not too long for an answer. */
function fitting(entries: readonly AuditEntry[]): AuditEntry[] {
  let characters = 0;
  const end = entries.findIndex((entry, index) => {
    characters += JSON.stringify(entry).length;
    return index > 0 && characters > MOST_CHARACTERS;
  });
  return entries.slice(0, end < 0 ? entries.length : end);
}
