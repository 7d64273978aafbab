import type { ProcedureInput, ProcedureOutput } from '../../cloudfunctions/contract/procedures';
import { type Copy, keepCopy } from './offline-copy';
import { call } from './rpc';

export type StatementPage = ProcedureOutput<'ledger.statement'>;
export type ProvenEntry = ProcedureOutput<'ledger.entry'>['entry'];
export type StatementShow = NonNullable<ProcedureInput<'ledger.statement'>['show']>;

const PAGE_LIMIT = 20;

export const currentBalance = (): Promise<Copy<ProcedureOutput<'ledger.balance'>>> =>
  keepCopy('balance', () => call('ledger.balance', {}));

/** The latest entries, of all kinds. Only first pages have an offline copy. */
export const latestEntries = (limit: number): Promise<Copy<StatementPage>> =>
  keepCopy(`entries:${limit}`, () => call('ledger.statement', { limit }));

const inputOf = (show: StatementShow | 'all') => ({
  limit: PAGE_LIMIT,
  trips: true,
  ...(show !== 'all' && { show }),
});

export const firstEntries = (show: StatementShow | 'all'): Promise<Copy<StatementPage>> =>
  keepCopy(`statement:${show}`, () => call('ledger.statement', inputOf(show)));

export const moreEntries = (show: StatementShow | 'all', cursor: number): Promise<StatementPage> =>
  call('ledger.statement', { ...inputOf(show), cursor });

/** What came and what left in whole months, at most six. */
export const sumEntryMonths = async (months: string[]) => (await call('ledger.months', { months })).months;

/** An entry as it was hashed, and the one before it at the account; null before the first. */
export async function entryWithPrevious(
  key: string,
): Promise<{ entry: ProvenEntry; previous: ProvenEntry | null }> {
  const { entry } = await call('ledger.entry', { key });
  if (entry.seq === 1) return { entry, previous: null };
  const { entries } = await call('ledger.statement', { cursor: entry.seq, limit: 1 });
  const previousKey = entries[0]?.key;
  const previous =
    previousKey === undefined ? null : (await call('ledger.entry', { key: previousKey })).entry;
  return { entry, previous };
}
