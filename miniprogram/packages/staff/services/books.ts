import type { StaffInput, StaffOutput } from '../../../../cloudfunctions/contract/staff/procedures';
import { callStaff, callStaffOnce } from './staff-rpc';

export type Account = NonNullable<StaffOutput<'books.account'>['account']>;
export type EntryLine = StaffOutput<'books.entries'>['entries'][number];
export type BookEntry = StaffOutput<'books.entry'>;
export type BookDay = StaffOutput<'books.day'>;
export type ReconciledPage = StaffOutput<'books.reconcile'>;
export type CreditRequest = StaffInput<'books.requestCredit'>;

/** By its name or a rider's number; null where there is neither. Each look leaves an audit entry. Throws `ServiceError`. */
export const findAccount = async (accountId: string): Promise<Account | null> =>
  (await callStaff('books.account', { accountId })).account;

/** A page of an account's entries, latest first. Throws `ServiceError`. */
export const accountEntries = (
  accountId: string,
  cursor: string | null,
): Promise<StaffOutput<'books.entries'>> => callStaff('books.entries', { accountId, cursor });

export const readEntry = (entryKey: string): Promise<BookEntry> => callStaff('books.entry', { entryKey });

export const requestCredit = (request: CreditRequest): Promise<{ approvalId: string }> =>
  callStaffOnce('books.requestCredit', request);

export const requestReversal = (entryKey: string, reason: string): Promise<{ approvalId: string }> =>
  callStaffOnce('books.requestReversal', { entryKey, reason });

export const readBookDay = (day: string): Promise<BookDay> => callStaff('books.day', { day });

/** Pages of a partner's day added up. */
export interface Reconciled extends Omit<ReconciledPage, 'nextCursor'> {
  isComplete: boolean;
}

const MOST_MISMATCHES = 20;

const together = (soFar: Reconciled, page: ReconciledPage): Reconciled => ({
  trips: soFar.trips + page.trips,
  tripGrams: soFar.tripGrams + page.tripGrams,
  entries: soFar.entries + page.entries,
  entryGrams: soFar.entryGrams + page.entryGrams,
  reversed: soFar.reversed + page.reversed,
  mismatches: [...soFar.mismatches, ...page.mismatches].slice(0, MOST_MISMATCHES),
  isComplete: page.nextCursor === null,
});

/**
 * Compares a partner's rides of a day with their entries, page by page; `onProgress` hears of each and answers whether
 * to go on. Throws `ServiceError`.
 */
export async function reconcile(
  partnerId: string,
  day: string,
  onProgress: (soFar: Reconciled) => boolean,
): Promise<Reconciled> {
  const nothing = { trips: 0, tripGrams: 0, entries: 0, entryGrams: 0, reversed: 0, mismatches: [] };
  let soFar: Reconciled = { ...nothing, isComplete: false };
  let cursor: string | null = null;
  do {
    const page: ReconciledPage = await callStaff('books.reconcile', { partnerId, day, cursor });
    soFar = together(soFar, page);
    cursor = page.nextCursor;
  } while (onProgress(soFar) && cursor !== null);
  return soFar;
}
