/**
 * The cloud database as use cases see it: typed collections, plain conditions, one error type, and transactions that
 * offer document operations and `add` only. `cloud-database.ts` is the one place that speaks to the SDK.
 */
export * from './database';
export { DatabaseError, type DatabaseErrorKind, isDatabaseError } from './database-error';
export { transactAfresh } from './transact-afresh';
