import { Refusal } from '../../contract/errors';
import type { Platform } from '../../platform';
import { pendingApproval } from '../approvals';
import { type Entry, hasEntry, readEntry, reversalKey } from '../ledger';
import { reversalTarget } from './reversal-kind';
import { irreversibleBecause } from './reversible';

export interface BookEntry {
  /** As it is stored. */
  entry: Entry;
  reversal: 'possible' | 'none' | 'reversed';
  reversalKey: string | null;
  pendingApprovalId: string | null;
}

/** One entry with what became of it. Three database calls. Errors: `NOT_FOUND`. */
export async function readBookEntry(platform: Platform, entryKey: string): Promise<BookEntry> {
  const key = reversalKey(entryKey);
  const [entry, isReversed, pendingApprovalId] = await Promise.all([
    readEntry(platform, entryKey),
    hasEntry(platform.database, key),
    pendingApproval(platform, reversalTarget(entryKey)),
  ]);
  if (!entry) throw new Refusal('NOT_FOUND', { field: 'entryKey' });
  if (isReversed) return { entry, reversal: 'reversed', reversalKey: key, pendingApprovalId };
  const reversal = irreversibleBecause(entry) === null ? 'possible' : 'none';
  return { entry, reversal, reversalKey: null, pendingApprovalId };
}
