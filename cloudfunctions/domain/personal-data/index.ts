/**
 * What riders may do with the data about them: see it, take it away, have it deleted.
 *
 * 1. Everything that is kept about a rider is part of a kind; a test finds a collection that belongs to none.
 * 2. An export is made once, of everything, by whoever comes first: the call, its repetition or the job.
 * 3. Its files lie under a random path and are read through addresses that end with it, within a day; then they go.
 * 4. A file's name is written down before the file is: no crash leaves one that nobody knows of.
 * 5. An account is closed in steps, each of which may be cut off, run twice or at two places at once.
 * 6. First nobody is led to it and it has no card; only when no call of before can be under way is anything forgotten.
 * 7. The ledger keeps one last entry; map, evidence, salts and all else go; chains and sums stay as they are.
 * 8. Whoever comes back afterwards is a new rider.
 */
export { closeDueAccounts } from './close-account';
export { exportsPart } from './exports-part';
export { ledgerPart } from './ledger-part';
export { makeExport } from './make-export';
export { type LatestExport, latestExport } from './read-exports';
export { requestExport } from './request-export';
export { tendExports } from './tend-exports';
