import type { Transaction } from '../../platform';
import type { OwnTripSums } from './rules';
import { type OwnTripMonth, ownTripMonths } from './store';

export interface OpenMonth {
  document: OwnTripMonth;
  exists: boolean;
}

/** One database call. */
export async function openMonth(transaction: Transaction, uid: string, month: string): Promise<OpenMonth> {
  const id = `${uid}:${month}`;
  const found = await transaction.get(ownTripMonths, id);
  const empty = { _id: id, uid, month, bonusBySource: {}, tripsBySource: {} };
  return { document: found ?? empty, exists: found !== null };
}

export const monthSumsOf = (
  { document }: OpenMonth,
  source: string,
): Pick<OwnTripSums, 'monthBonus' | 'monthTrips'> => ({
  monthBonus: document.bonusBySource[source] ?? 0,
  monthTrips: document.tripsBySource[source] ?? 0,
});

const plus = (sums: Readonly<Record<string, number>>, source: string, amount: number) => ({
  ...sums,
  [source]: (sums[source] ?? 0) + amount,
});

/** The month with more bonus and trips of a source, or less of them. */
export const withMonthSum = (
  { document, exists }: OpenMonth,
  source: string,
  { bonus, trips }: { bonus: number; trips: number },
): OpenMonth => ({
  document: {
    ...document,
    bonusBySource: plus(document.bonusBySource, source, bonus),
    tripsBySource: plus(document.tripsBySource, source, trips),
  },
  exists,
});

/** One database call. The document has to differ from what was read. */
export function closeMonth(transaction: Transaction, { document, exists }: OpenMonth): Promise<void> {
  const { _id: id, ...fields } = document;
  return exists ? transaction.update(ownTripMonths, id, fields) : transaction.add(ownTripMonths, document);
}
