/**
 * Seals: what a day of the ledger or of the audit log was, under one hash that everybody may know.
 *
 * 1. From ten minutes after a day's end its entries are the leaves of a Merkle tree (RFC 6962); no day is left out.
 * 2. The first leaf is the root of the day before, so that the last root stands for all history.
 * 3. After the entries, by place, come late entries of the seven days before, flagged, then the head of each account
 *    that the sealed entries touch, by name: its last entry in this seal. Of an account with nothing but late entries
 *    an earlier seal may hold a later one.
 * 4. Leaves are canonical JSON and need no database to be checked.
 * 5. Leaves are written in chunks that are perfect subtrees, each once; what follows a chunk is derived from it. So a
 *    seal that is broken off, repeated or made by two at once has one root.
 * 6. Nothing here is ever changed, but that grams of a sealed intake have come into their pool.
 * 7. Grams go into pools only when a seal has counted them, and by that seal exactly once.
 */
export { daysWithUnsealed } from './days-with-unsealed';
export type { Leaf } from './leaf';
export { latestSeals, listSeals, readSeal } from './list-seals';
export { poolSealedIntake } from './pool-sealed-intake';
export { type DayProof, type EntryPlace, proveDay } from './prove-day';
export type { LeafProof } from './prover';
export { chunksIn, readChunkRoots, readSealedChunk, type SealedLeaves } from './read-sealed-chunk';
export { sealDay } from './seal-day';
export type { Flow, LogKind } from './sealed-log';
export type { Seal } from './store';
