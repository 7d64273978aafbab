/**
 * Retirements: grams of a pool that are taken out of the world, for somebody's emissions.
 *
 * 1. Two members agree, or one where a team has no second. They read the very numbers that will be retired: what has left
 *    the pool meanwhile makes the approval fail, and nothing is retired.
 * 2. Numbers leave in the order in which they came in; a number is retired once, and nothing brings it back.
 * 3. For whom and what for stands in the ledger's entry, chained and sealed; it is public and names no person.
 * 4. Nothing is retired while the checks have stopped paying out.
 */
export type { Certificate } from './certificate';
export { listRetirements, type RetiredNumbers, readCertificates } from './list-retirements';
