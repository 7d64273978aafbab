/**
 * Replay: an account from nothing but its entries, for those who check a ledger and not for the phone's first screen.
 *
 * 1. It shares nothing with the code that writes the ledger but the definition of the hashes.
 * 2. Entries come from whoever is to be checked: nothing about them is taken for granted, and nothing throws.
 * 3. Where a replay has come to is JSON, so that the next one can go on from there.
 */
export { creditsIn, type DocumentCredits, documentProblem } from './account-document';
export { AccountReplay } from './account-replay';
export {
  ChainReplay,
  type ChainReplayState,
  numberIn,
  type ReplayFault,
  type ReplayFaultCode,
} from './chain-replay';
export {
  accountsOf,
  beijingDay,
  type ExportedDocument,
  type ExportedEntry,
  type ExportedPosting,
  entryProblem,
  firstProblem,
  guardedAccountOf,
  type Kind,
  kinds,
  postingProblem,
} from './exported-entry';
export { Sums, type SumsState } from './sums';
