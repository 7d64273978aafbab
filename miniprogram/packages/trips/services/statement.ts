import type { ProcedureInput, ProcedureOutput } from '../../../../cloudfunctions/contract/procedures';
import { type Copy, keepCopy } from '../../../services/offline-copy';
import type { Page } from '../../../services/paged-list';
import { call } from '../../../services/rpc';

export type Question = Omit<ProcedureInput<'ledger.search'>, 'cursor'>;
export type FoundEntry = ProcedureOutput<'ledger.search'>['entries'][number];
export type LedgerYear = ProcedureOutput<'ledger.year'>;
export type RidesYear = ProcedureOutput<'rides.year'>;
export type BalanceAt = ProcedureOutput<'ledger.balance'>;

/** The entries of a year by month. Throws `ServiceError`. */
export const ledgerYear = (year: number): Promise<Copy<LedgerYear>> =>
  keepCopy(`ledger-year:${year}`, () => call('ledger.year', { year }));

/** A year's trips in sums. Throws `ServiceError`. */
export const ridesYear = (year: number): Promise<RidesYear> => call('rides.year', { year });

/** What was there when a Beijing day began. Not kept offline: there are too many days. Throws `ServiceError`. */
export const balanceOn = (day: string): Promise<BalanceAt> => call('ledger.balance', { day });

/** A page of a list has a screen of rows, unless this many calls did not find as much. */
const ROWS_WANTED = 12;
const MOST_CALLS = 6;

/**
 * Goes on through the entries until there is a screen of what is asked for, or nothing more to look at. `tell` gets how
 * many entries each call has gone through. Throws `ServiceError`.
 */
export async function findEntries(
  question: Question,
  cursor: number | null,
  tell: (looked: number) => void,
): Promise<Page<FoundEntry, number>> {
  const items: FoundEntry[] = [];
  let next = cursor;
  for (let calls = 0; calls < MOST_CALLS && items.length < ROWS_WANTED; calls += 1) {
    const input = { ...question, ...(next !== null && { cursor: next }) };
    const { entries, looked, nextCursor } = await call('ledger.search', input);
    items.push(...entries);
    tell(looked);
    next = nextCursor;
    if (next === null) break;
  }
  return { items, nextCursor: next };
}
