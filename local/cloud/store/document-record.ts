import type { StoredDocument } from './store';
import type { Transaction } from './transaction';

/** One committed state of a document; `document` is null where it was removed. */
export interface Version {
  /** Number of the commit that made it; a snapshot sees the newest version that is not later than itself. */
  sequence: number;
  document: StoredDocument | null;
  /** The extended JSON that is in the log and that answers are made of. */
  ejson: string;
  /** Kept only while an open snapshot needs it. */
  previous: Version | null;
}

/** A document's identity: its versions, newest first, and the open transaction that has written it. */
export interface DocumentRecord {
  id: unknown;
  key: string;
  /** Row of the log, given in order of first insertion; also the natural order and the tie-break of indexes. */
  row: number;
  /** Null while the document exists only inside the transaction that inserted it. */
  newest: Version | null;
  lockedBy: Transaction | null;
}

/** The version that a snapshot sees; without a snapshot the newest one. */
export function versionAt(record: DocumentRecord, snapshot: number | null): Version | null {
  let version = record.newest;
  if (snapshot === null) return version;
  while (version !== null && version.sequence > snapshot) version = version.previous;
  return version;
}
