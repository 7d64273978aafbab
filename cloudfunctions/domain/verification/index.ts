/**
 * The operator's own check of the ledger, all the time and for everybody to see.
 *
 * 1. It shares no code with what writes the ledger but the proof code, the definition of the hashes.
 * 2. Each sealed day is checked once: entries against seal, accounts' chains by replay, sums by two ways that have to
 *    meet: day by day from the seals' entries, and account by account from their chains.
 *    Credits are compared with what they were paid for, rides, own trips, steps and plans, as far as that is not forgotten.
 * 3. A walk through the whole ledger goes on for ever, so that old entries and untouched accounts are looked at again.
 * 4. What is found is written down by entry, stops paying out and raises an alarm; only people let it go on again.
 */
export { equationOf, type KindEquation } from './equation';
export { purges } from './purges';
export { readVerification, type Verification } from './read-verification';
export type { Finding, FindingCode, KeptFinding } from './store';
export { verifySealedDays } from './verify-sealed-days';
export { verifyWholeLedger } from './verify-whole-ledger';
