import { mkdirSync } from 'node:fs';
import { DocumentLog } from './document-log';
import { DocumentStore } from './document-store';
import { lockFolder } from './folder-lock';
import type { Store, StoreOptions } from './store';

/*
 * The embedded document store of the local cloud.
 *
 * - An answer is given only when the fsync that covers everything it shows has returned; one fsync serves all
 *   requests of a turn of the event loop.
 * - A transaction sees the state of its first operation and its own writes. The first of two writers of a document
 *   or a unique key wins, the other gets DATABASE_TRANSACTION_CONFLICT at once, and any refusal ends a transaction.
 * - A write outside transactions waits for the transaction that has written its document.
 * - Old versions live exactly as long as an open snapshot can see them. Write skew is possible, as in MongoDB.
 * - A failed operation changes nothing. After a failed commit of the log the store refuses everything.
 * - Documents that are given out belong to the store and are never changed: a new version is a new object.
 */

export { decodeEjson, decodeValue, encodeEjson } from '../query/ejson';
export * from './store';

/** Opens the store of a folder, alone: a second process is refused with a message for people. */
export function openStore(options: StoreOptions): Store {
  mkdirSync(options.folder, { recursive: true });
  const lock = lockFolder(options.folder);
  try {
    const log = new DocumentLog(options.folder, options.synchronous ?? 'FULL');
    return new DocumentStore(log, lock, options.nowMs);
  } catch (error) {
    lock.release();
    throw error;
  }
}
