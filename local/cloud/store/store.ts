/** A stored document: the values of decoded EJSON (numbers, strings, booleans, null, Date, ObjectId, arrays, plain objects). */
export type StoredDocument = { _id: unknown; [field: string]: unknown };

export interface IndexDeclaration {
  name: string;
  unique: boolean;
  /** Direction 1 ascending, -1 descending; `2dsphere` for a geo index. */
  fields: { field: string; direction: 1 | -1 | '2dsphere' }[];
}

/** CloudBase's error codes that a data operation can answer with. */
export type StoreErrorCode =
  | 'INVALID_PARAM'
  | 'DATABASE_REQUEST_FAILED'
  | 'DATABASE_COLLECTION_NOT_EXIST'
  | 'DATABASE_COLLECTION_ALREADY_EXIST'
  | 'DATABASE_COLLECTION_EXCEED_LIMIT'
  | 'DATABASE_DUPLICATE_WRITE'
  | 'DATABASE_TRANSACTION_CONFLICT'
  | 'DATABASE_TRANSACTION_FAIL';

export class StoreError extends Error {
  constructor(
    readonly code: StoreErrorCode,
    message: string,
  ) {
    super(message);
  }
}

export interface Selection {
  /** MongoDB query with `$` operators as the SDK encodes it; `{}` selects all. */
  query: Record<string, unknown>;
  transactionId?: string;
}

export interface FindRequest extends Selection {
  order?: Record<string, 1 | -1>;
  skip?: number;
  limit: number;
  projection?: Record<string, unknown>;
}

export interface ModifyRequest extends Selection {
  /** With `merge` MongoDB update operators (`$set`, `$inc` …); without, the whole new document. */
  update: Record<string, unknown>;
  merge: boolean;
  multi: boolean;
  upsert: boolean;
}

/** What one operation cost; summed up in the structured log of the call. */
export interface Scan {
  collection: string;
  /** Name of the index used, `_id`, or null for a walk through the whole collection. */
  index: string | null;
  documentsExamined: number;
}

/**
 * The embedded, durable, transactional document store. A promise resolves only after the fsync that covers
 * everything the answer depends on. Errors are `StoreError`; none of them leaves anything half done.
 */
export interface Store {
  addCollection(name: string): Promise<void>;
  hasCollection(name: string): boolean;
  collectionNames(): string[];
  /** Adds the collection when it is missing, then the indexes that are not yet declared; a unique index over duplicates is refused. */
  declareIndexes(collection: string, indexes: IndexDeclaration[]): Promise<void>;
  indexesOf(collection: string): IndexDeclaration[];

  /** The snapshot is taken at the transaction's first operation, as MongoDB does; 30 s of real time end it. */
  startTransaction(): string;
  commitTransaction(transactionId: string): Promise<void>;
  abortTransaction(transactionId: string): Promise<void>;
  openTransactionCount(): number;

  insert(
    collection: string,
    documents: Record<string, unknown>[],
    transactionId?: string,
  ): Promise<unknown[]>;
  /** The documents belong to the store and must not be changed. */
  find(collection: string, request: FindRequest): Promise<StoredDocument[]>;
  /** As `find`, as extended JSON: without a projection it is the text that the log holds, encoded once at the write. */
  findEncoded(collection: string, request: FindRequest): Promise<string[]>;
  count(collection: string, request: Selection): Promise<number>;
  /**
   * `updated` counts the documents that an update has changed, and those that a replacement has matched, as
   * CloudBase's official pages and its own SDK's tests have it.
   */
  modify(collection: string, request: ModifyRequest): Promise<{ updated: number; upsertedId: unknown }>;
  /** Updates the first match and answers with it as it is afterwards (null when nothing matched). */
  modifyAndReturn(
    collection: string,
    request: Selection & { update: Record<string, unknown> },
  ): Promise<{ updated: number; document: StoredDocument | null }>;
  remove(collection: string, request: Selection & { multi: boolean }): Promise<number>;
  aggregate(collection: string, stages: Record<string, unknown>[]): Promise<StoredDocument[]>;

  /** What `PRAGMA synchronous` of the log's own connection reads; 2 is FULL. */
  synchronousLevel(): number;

  /** Called with each operation's scan; the server attributes it to the running call. */
  onScan(listener: (scan: Scan) => void): void;
  close(): Promise<void>;
}

export interface StoreOptions {
  /** Folder of the database file; created when missing; locked against a second process. */
  folder: string;
  /** The endpoint's clock, for `$tcb_server_date` and the age of transactions (which counts in real time). */
  nowMs: () => number;
  /** Only for the durability tests' mutant: the default is FULL, and nothing but that test passes anything else. */
  synchronous?: 'FULL' | 'OFF';
}
