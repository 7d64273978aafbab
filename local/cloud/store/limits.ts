/** What CloudBase allows, so that what passes here passes there. */

/** Source: https://docs.cloudbase.net/database/limit (collections of an environment). */
export const COLLECTION_LIMIT = 100;

/** The stricter of the figures that the documentation gives for indexes of one collection. */
export const INDEX_LIMIT = 20;

/** MongoDB's size of a document in bytes. */
export const DOCUMENT_BYTES_LIMIT = 16 * 1024 * 1024;

/** A transaction ends after this much real time. */
export const TRANSACTION_LIFETIME_MS = 30_000;

/** How long a write outside transactions waits for one that has locked its document. */
export const LOCK_WAIT_LIMIT_MS = 10_000;
