/**
 * `conflict`: another transaction was first, nothing happened, try again. `duplicate`: the id or a unique key exists.
 * `missing`: the document to change is not there. `no-collection`: the collection was never created.
 * `failed`: anything else; after a failed commit the outcome is unknown and only the idempotency key can tell.
 */
export type DatabaseErrorKind = 'conflict' | 'duplicate' | 'missing' | 'no-collection' | 'failed';

export class DatabaseError extends Error {
  constructor(
    readonly kind: DatabaseErrorKind,
    message: string,
  ) {
    super(message);
    this.name = 'DatabaseError';
  }
}

export const isDatabaseError = (error: unknown, kind: DatabaseErrorKind): boolean =>
  error instanceof DatabaseError && error.kind === kind;

const kindsByText: readonly (readonly [RegExp, DatabaseErrorKind])[] = [
  // A transaction that the server has ended (30 s, or an earlier conflict) has written nothing: as good as a conflict.
  [/TRANSACTION_?CONFLICT|TRANSACTION_?NOT_?EXIST/i, 'conflict'],
  [/DUPLICATE_?WRITE|duplicate key/i, 'duplicate'],
  [/COLLECTION_NOT_EXIST|502005|Db or Table not exist/i, 'no-collection'],
];

/** What stands first decides: codes come before free text, which may quote an id that somebody chose. */
function kindOf(text: string): DatabaseErrorKind {
  const found = kindsByText
    .map(([pattern, kind]) => ({ kind, at: text.search(pattern) }))
    .filter(({ at }) => at >= 0)
    .sort((left, right) => left.at - right.at);
  return found[0]?.kind ?? 'failed';
}

/**
 * Brings the SDK's error shapes into one: operations throw `{errCode, errMsg}` with most codes folded into -501001,
 * so that only the message tells a conflict from a duplicate, while `commit()` throws `{code, message}`.
 */
export function normaliseDatabaseError(error: unknown): DatabaseError {
  if (error instanceof DatabaseError) return error;
  const shape = (typeof error === 'object' && error !== null ? error : { message: error }) as Record<
    string,
    unknown
  >;
  // `errMsg` and `message` are often the same text.
  const parts = new Set([shape.code, shape.errCode, shape.errMsg, shape.message]);
  const text = [...parts].filter(part => part !== undefined).join(' ');
  return new DatabaseError(kindOf(text), text);
}
