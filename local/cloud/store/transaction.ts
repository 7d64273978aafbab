import type { Collection } from './collection';
import type { DeclaredIndex } from './declared-index';
import type { DocumentRecord } from './document-record';
import type { StoredDocument } from './store';

/** A document as an open transaction has written it. */
export interface PendingWrite {
  record: DocumentRecord;
  document: StoredDocument | null;
  ejson: string;
}

/** Writes of one transaction in one collection by document key, in the order of the first write. */
export type PendingWrites = Map<string, PendingWrite>;

/** An open transaction: its snapshot, what it has written, and what waits for its end. */
export interface Transaction {
  id: string;
  /** Number of the last commit it sees; taken at its first operation, as MongoDB does, not at its start. */
  snapshot: number | null;
  writes: Map<Collection, PendingWrites>;
  claims: { index: DeclaredIndex; text: string }[];
  /** Ends it after its longest life. */
  expiry: NodeJS.Timeout;
  ended: Promise<void>;
  announceEnd: () => void;
}
