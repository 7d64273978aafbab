import type { ProcedureOutput } from '../../../../cloudfunctions/contract/procedures';
import { call } from '../../../services/rpc';

export type ExportedEntry = ProcedureOutput<'ledger.statement'>['entries'][number];

const ENTRIES_A_CALL = 200;

/**
 * Reads the whole statement, latest first, and hands it over part by part with how many entries there are in all: an
 * account's entries are numbered without a hole, so the latest number is their count. `take` answers whether to go on.
 * Answers how many entries were handed over. Throws `ServiceError`, or `Error` when a number is missing.
 */
export async function exportStatement(
  take: (part: ExportedEntry[], read: number, total: number) => Promise<boolean>,
): Promise<number> {
  let total = 0;
  let read = 0;
  for (let cursor: number | null | undefined; cursor !== null; ) {
    const input = { limit: ENTRIES_A_CALL, trips: true, ...(cursor !== undefined && { cursor }) };
    const { entries, nextCursor } = await call('ledger.statement', input);
    if (cursor === undefined) total = entries[0]?.seq ?? 0;
    if (entries.some(({ seq }, at) => seq !== total - read - at)) throw new Error('an entry is missing');
    read += entries.length;
    if (!(await take(entries, read, total))) return read;
    cursor = nextCursor;
  }
  if (read !== total) throw new Error('an entry is missing');
  return read;
}
