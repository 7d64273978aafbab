/**
 * The statement: what a rider finds in his own account again.
 *
 * 1. It only reads, and only the account and the trips of the rider who asks.
 * 2. A search goes through the entries themselves, latest first, so many at a time that a call stays small: what no
 *    index knows (an amount, a station) is found as well, and the answer says how many were looked at.
 * 3. Stations and ways of travel are those of the trips. Where a trip has been forgotten its entry stays, and is
 *    found by reason, amount and its own day only.
 * 4. An entry's amount is what it changed of what is available, both kinds together, as the statement shows it.
 */
export type { Question, Words } from './rules';
export { type FoundEntry, type SearchPage, searchEntries } from './search-entries';
