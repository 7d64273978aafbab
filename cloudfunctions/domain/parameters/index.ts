/**
 * Parameters: the numbers that people may change without a new release.
 *
 * 1. A version is added, never edited; ledger entries name the version they were judged by.
 * 2. Exactly one version is in force at a time: the one that started last.
 * 3. A version with a mistake in it is passed over as a whole, and logged, before anything is judged by it.
 * 4. A process knows a new version after at most a minute.
 */
export { currentParameters } from './current-parameters';
export { defaultOwnTripCaps, ownTripCaps } from './own-trip-caps';
export type { OwnTripCaps, Parameters } from './rules';
