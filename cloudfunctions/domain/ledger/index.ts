/**
 * The credit ledger.
 *
 * 1. Double entry: each posting moves one kind's lots from one account to another; every entry sums to zero.
 * 2. Integers only; a posted amount is a positive safe integer.
 * 3. An entry touches at most one user and is written once, with every guarded account it touches, in one transaction.
 * 4. An entry's key is its id. The same key and request get the stored entry, another request a conflict.
 * 5. A guarded account never goes below zero; what a reversal cannot take back is a debt, and later credits repay it.
 * 6. Entries of an account are numbered without a hole, in the order of time, each chained to the one before.
 * 7. Carbon keeps its origin (factor set and vintage) from the ride to the end; bonus has none.
 * 8. An expired lot is unusable from the midnight after its month, and a hold after its deadline, jobs or no jobs.
 * 9. Entries hold no ticket, place or travel time; only salted commitments to evidence that can be forgotten.
 * 10. Other domains post only through open accounts or the use cases here, never by writing documents.
 * 11. What a rider has set aside stands in `held:<uid>`, what he owes in `debt:<uid>`; both are in his document.
 * 12. A closed account takes nothing any more; its document says so, and every entry reads it.
 * 13. Of any other guarded account the postings say everything: it follows from them and falls below zero never.
 */
export {
  type Account,
  emptyAccount,
  type Hold,
  type Kind,
  kinds,
  type Lot,
  NO_EXPIRY,
  NO_ORIGIN,
} from './account';
export { AccountBook } from './account-book';
export {
  debtAccount,
  enterpriseAccount,
  guardedAccountOf,
  heldAccount,
  intakeAccount,
  isPool,
  merchantAccount,
  poolAccount,
  shardAccount,
  uidOf,
  userAccount,
} from './account-names';
export type { EntryFacts } from './append-entry';
export { balanceOf } from './balance';
export {
  amountTo,
  expiryOfCredits,
  postCredit,
  postExchange,
  postReversal,
  reversalKey,
} from './book';
export { findShards, type Shard } from './campaigns/find-shards';
export { type Funding, fundCampaign } from './campaigns/fund-campaign';
export { mergeShards } from './campaigns/merge-shards';
export { pauseCampaign } from './campaigns/pause-campaign';
export { payReward, type Reward } from './campaigns/pay-reward';
export { returnBudget } from './campaigns/return-budget';
export { closeUser, closeUserWithin, closingKey } from './close-user';
export { credit } from './credit';
export {
  amountsOf,
  type Balance,
  type Entry,
  type Json,
  type KindBalance,
  type Posting,
  type Reference,
  type SerialRange,
} from './entry';
export { expireLots } from './expire-lots';
export { endHold } from './holds/end-hold';
export { type HoldRequest, holdCredits, holdCreditsWithin } from './holds/hold-credits';
export { type DerivedFacts, postHold, postHoldWithin, postKey } from './holds/post-hold';
export { lapseHold, voidHold, voidHoldWithin, voidKey, voidRequestHash } from './holds/void-hold';
export { manualCredit, manualCreditWithin } from './manual-credit';
export { type Move, moveCredits } from './move-credits';
export { once } from './once';
export { closeAccount, type OpenAccount, openAccount, timeOf } from './open-account';
export { partsOfOrigin } from './parts-of-origin';
export {
  type PayingOut,
  payingOutWithin,
  readPayingOut,
  requirePayingOut,
  setPayingOut,
  setPayingOutWithin,
} from './paying-out';
export { type Intake, poolIntake } from './pool-intake';
export { type ExpiredMonth, findExpiredMonths, findLapsedHolds, type LapsedHolds } from './reading/find-due';
export { type ExpiringMonths, findExpiring } from './reading/find-expiring';
export { listChain, listChainOfDay } from './reading/list-chain';
export { countDay, type DayEntry, firstDay, isOpenAccount, listDay } from './reading/list-day';
export { listMerchants, listPools, listRetired, type PoolCounts, readPoolWithin } from './reading/list-pools';
export {
  listShownEntries,
  listStatement,
  type Show,
  type ShownEntry,
  type StatementPage,
} from './reading/list-statement';
export { readAccount } from './reading/read-account';
export { readBalance, readBalanceAt } from './reading/read-balance';
export { hasEntry, isClosed, readEntries } from './reading/read-entries';
export { readEntry } from './reading/read-entry';
export { readFirstDay } from './reading/read-first-day';
export { listAccounts, readAccounts, readEntriesOf } from './reading/read-many';
export { type MintSum, sumMints } from './reading/sum-mints';
export { type MonthSum, type Movement, sumMonth } from './reading/sum-month';
export { sumYear, type YearMonth } from './reading/sum-year';
export { type OriginTrace, traceGrams } from './reading/trace-grams';
export type { ExpiryPlace } from './reading/walk-by-expiry';
export type { Span } from './reading/walk-entries';
export { type Retirement, retire, retireWithin } from './retire';
export { reverseEntry, reverseEntryWithin } from './reverse-entry';
export {
  type Credit,
  creditsOf,
  type GivenBack,
  type LedgerParameters,
  MOST_HOLDS,
  planCredit,
  planReversal,
  type Spending,
} from './rules';
export { type Settlement, settleMerchant, settleMerchantWithin } from './settle-merchant';
export { type SpendRequest, spendCredits, spendCreditsWithin } from './spend-credits';
export type { MergeLease, PoolSerials } from './store';
