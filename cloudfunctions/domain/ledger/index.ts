/**
 * The credit ledger.
 *
 * 1. Double entry: each posting moves one kind's lots from one account to another; every entry sums to zero.
 * 2. Integers only; a posted amount is a positive safe integer.
 * 3. An entry touches at most one user and is written once, with the account, in one transaction.
 * 4. An entry's key is its id. The same key and request get the stored entry, another request a conflict.
 * 5. A guarded account never goes below zero; what a reversal cannot take back is a debt, and later credits repay it.
 * 6. Entries of an account are numbered without a hole, in the order of time, each chained to the one before.
 * 7. Carbon keeps its origin (factor set and vintage) from the ride to the end; bonus has none.
 * 8. An expired lot is unusable from the midnight after its month, whether or not a job has run.
 * 9. Entries hold no ticket, place or travel time; only salted commitments to evidence that can be forgotten.
 * 10. Other domains post only through `book.ts`'s open accounts or the use cases here, never by writing documents.
 */
export { type Account, debtAccount, emptyAccount, type Kind, kinds, type Lot, userAccount } from './account';
export { balanceOf } from './balance';
export {
  closeAccount,
  type EntryFacts,
  type OpenAccount,
  openAccount,
  postCredit,
  postReversal,
  reversalKey,
  timeOf,
} from './book';
export { credit } from './credit';
export type { Balance, Entry, Json, KindBalance, Posting, Reference } from './entry';
export { listStatement, type Show, type StatementPage } from './list-statement';
export { once } from './once';
export { readBalance, readBalanceAt } from './read-balance';
export { readEntry } from './read-entry';
export { type Credit, creditsOf, type LedgerParameters, planCredit, planReversal } from './rules';
export { type MonthSum, type Movement, sumMonth } from './sum-month';
