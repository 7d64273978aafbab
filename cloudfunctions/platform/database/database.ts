/** A collection's name together with the shape of its documents. */
export interface Collection<T extends { _id: string }> {
  readonly name: string;
  /** Never set: it only carries the type of the documents. */
  readonly documentType?: T;
}

export const collectionOf = <T extends { _id: string }>(name: string): Collection<T> => ({ name });

export type Scalar = string | number | boolean | null;

/** One field's condition: a value to equal, or bounds, or a list. Bounds given together all hold. */
export type Condition =
  | Scalar
  | { readonly above?: Scalar; readonly from?: Scalar; readonly below?: Scalar; readonly upTo?: Scalar }
  | { readonly oneOf: readonly Scalar[] };

/** Conditions by field path; all of them hold. */
export type Conditions = Readonly<Record<string, Condition>>;

export interface Find {
  where: Conditions;
  /** In this order of precedence; only scalar fields (an array path sorts differently here and there). */
  orderBy?: readonly (readonly [field: string, direction: 'asc' | 'desc'])[];
  /** 1 … 1000, CloudBase's bound for a function's query. */
  limit: number;
  /** Only these fields (and `_id`) are fetched. */
  fields?: readonly string[];
}

/** A field's new value that is its old one plus `by`. */
export class Increment {
  constructor(readonly by: number) {}
}

/** New values of top-level fields; each replaces the field as a whole, an object included. */
export type Patch<T> = { readonly [field in Exclude<keyof T, '_id'>]?: T[field] | Increment };

/**
 * What a use case may do inside a transaction. There is deliberately no query here: the SDK sends `where().update()`,
 * `where().remove()`, `count()` and `aggregate()` without the transaction's id, so they would run outside of it and
 * could block on its own locks.
 */
export interface Transaction {
  get<T extends { _id: string }>(collection: Collection<T>, id: string): Promise<T | null>;
  /** Throws `DatabaseError` of kind `duplicate` when the id or a unique key exists; the transaction is then over. */
  add<T extends { _id: string }>(collection: Collection<T>, document: T): Promise<void>;
  /** Throws `DatabaseError` of kind `missing` when there is no such document. */
  update<T extends { _id: string }>(collection: Collection<T>, id: string, patch: Patch<T>): Promise<void>;
  /** Throws `DatabaseError` of kind `missing` when there is no such document. */
  remove<T extends { _id: string }>(collection: Collection<T>, id: string): Promise<void>;
}

export interface Database {
  get<T extends { _id: string }>(collection: Collection<T>, id: string): Promise<T | null>;
  find<T extends { _id: string }>(collection: Collection<T>, find: Find): Promise<T[]>;
  count<T extends { _id: string }>(collection: Collection<T>, where: Conditions): Promise<number>;
  add<T extends { _id: string }>(collection: Collection<T>, document: T): Promise<void>;
  /** Answers how many documents matched and were changed. */
  updateWhere<T extends { _id: string }>(
    collection: Collection<T>,
    where: Conditions,
    patch: Patch<T>,
  ): Promise<number>;
  /** Answers how many documents were removed. */
  removeWhere<T extends { _id: string }>(collection: Collection<T>, where: Conditions): Promise<number>;
  /**
   * Runs `work` in one snapshot-isolated transaction and commits it. A conflict runs `work` again from the start, so
   * it must have no effect outside of the transaction. Whatever a decision depends on has to be read *and written*
   * through the transaction: snapshot isolation allows write skew.
   */
  transact<R>(work: (transaction: Transaction) => Promise<R>): Promise<R>;
}
