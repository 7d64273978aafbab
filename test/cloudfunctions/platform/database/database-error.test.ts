import { DatabaseError } from '../../../../cloudfunctions/platform';
import { normaliseDatabaseError } from '../../../../cloudfunctions/platform/database/database-error';

/** As `collection.add`, `doc.get` … throw: nearly everything is -501001 and only the text tells. */
const operation = (errCode: number, text: string) => ({
  errCode,
  errMsg: `collection.add:fail ${errCode} ${text}`,
});
/** As `startTransaction`, `commit` and `rollback` throw. */
const transaction = (code: string, text = 'the endpoint’s words') => Object.assign(new Error(text), { code });

test.each([
  [
    'conflict of an operation',
    operation(
      -501001,
      'resource unavailable. [ResourceUnavailable.TransactionConflict] Transaction is conflict',
    ),
    'conflict',
  ],
  ['conflict at commit', transaction('DATABASE_TRANSACTION_CONFLICT'), 'conflict'],
  [
    'a transaction that the server has ended',
    operation(-501001, '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server'),
    'conflict',
  ],
  [
    'the same at commit',
    transaction(
      'DATABASE_TRANSACTION_FAIL',
      '[ResourceUnavailable.TransactionNotExist] Transaction does not exist',
    ),
    'conflict',
  ],
  ['duplicate id', operation(-501001, 'E11000 duplicate key error collection: c index: _id_'), 'duplicate'],
  ['duplicate id, the other text', operation(-502001, '[FailedOperation.DuplicateWrite] x'), 'duplicate'],
  ['duplicate by code', transaction('DATABASE_DUPLICATE_WRITE'), 'duplicate'],
  ['unknown collection', operation(-502005, '[ResourceNotFound] Db or Table not exist: c'), 'no-collection'],
  ['unknown collection by code', transaction('DATABASE_COLLECTION_NOT_EXIST'), 'no-collection'],
  ['transaction that failed otherwise', transaction('DATABASE_TRANSACTION_FAIL'), 'failed'],
  ['lost connection', operation(-501001, 'socket hang up'), 'failed'],
  ['a text', 'socket hang up', 'failed'],
  ['nothing', undefined, 'failed'],
])('%s', (_, error, kind) => expect(normaliseDatabaseError(error).kind).toBe(kind));

test('an id that quotes another error does not change what the error is', () => {
  const text = 'E11000 duplicate key error collection: c index: _id_ dup key: { _id: "TransactionConflict" }';
  expect(normaliseDatabaseError(operation(-501001, text)).kind).toBe('duplicate');
});

test('the text of the original stays readable, and what is normal already stays what it is', () => {
  const missing = new DatabaseError('missing', 'c has no document d');
  expect(normaliseDatabaseError(missing)).toBe(missing);
  expect(normaliseDatabaseError(operation(-501001, 'socket hang up')).message).toContain('socket hang up');
});
