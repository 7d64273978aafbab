import cloud from 'wx-server-sdk';
import type { Collection, Conditions, Database, Find, Patch, Transaction } from './database';
import { DatabaseError, normaliseDatabaseError } from './database-error';
import { type CloudCommand, encodeConditions, encodePatch, plainCopy } from './encode';
import { type TransactionHandle, transactWith } from './transact';

/** The parts of the SDK's objects that are used here; its own types leave most of this untyped. */
interface CloudDocument {
  get(): Promise<{ data: unknown }>;
  set(options: { data: object }): Promise<unknown>;
  update(options: { data: object }): Promise<{ stats: { updated: number } }>;
  remove(): Promise<{ stats: { removed: number } }>;
}
interface CloudQuery {
  where(conditions: object): CloudQuery;
  orderBy(field: string, direction: string): CloudQuery;
  limit(count: number): CloudQuery;
  field(fields: object): CloudQuery;
  get(): Promise<{ data: unknown[] }>;
  count(): Promise<{ total: number }>;
  update(options: { data: object }): Promise<{ stats: { updated: number } }>;
  remove(): Promise<{ stats: { removed: number } }>;
}
interface CloudCollection extends CloudQuery {
  doc(id: string): CloudDocument;
  add(options: { data: object }): Promise<unknown>;
}
interface CloudTransaction {
  collection(name: string): CloudCollection;
  commit(): Promise<unknown>;
  rollback(): Promise<unknown>;
}
interface CloudDatabase {
  command: CloudCommand;
  collection(name: string): CloudCollection;
  startTransaction(): Promise<CloudTransaction>;
}

const normalised = async <R>(operation: () => Promise<R>): Promise<R> => {
  try {
    return await operation();
  } catch (error) {
    throw normaliseDatabaseError(error);
  }
};

const missing = (collection: { name: string }, id: string): DatabaseError =>
  new DatabaseError('missing', `${collection.name} has no document ${id}`);

/** Document operations, the same inside and outside of a transaction. */
function documentOperations(source: { collection(name: string): CloudCollection }, command: CloudCommand) {
  return {
    get: <T extends { _id: string }>(collection: Collection<T>, id: string): Promise<T | null> =>
      normalised(async () => (await source.collection(collection.name).doc(id).get()).data as T | null),

    add: <T extends { _id: string }>(collection: Collection<T>, document: T): Promise<void> =>
      normalised(async () => {
        await source.collection(collection.name).add({ data: plainCopy(document) });
      }),

    update: <T extends { _id: string }>(collection: Collection<T>, id: string, patch: Patch<T>) =>
      normalised(async () => {
        const data = encodePatch(patch, command);
        const { stats } = await source.collection(collection.name).doc(id).update({ data });
        // The SDK reports an update of nothing as a success.
        if (stats.updated !== 1) throw missing(collection, id);
      }),

    remove: <T extends { _id: string }>(collection: Collection<T>, id: string): Promise<void> =>
      normalised(async () => {
        const { stats } = await source.collection(collection.name).doc(id).remove();
        if (stats.removed !== 1) throw missing(collection, id);
      }),
  };
}

async function startTransaction(database: CloudDatabase): Promise<TransactionHandle<Transaction>> {
  const transaction = await normalised(() => database.startTransaction());
  return {
    transaction: documentOperations(transaction, database.command),
    commit: () => normalised(async () => void (await transaction.commit())),
    rollback: () => normalised(async () => void (await transaction.rollback())),
  };
}

function find<T extends { _id: string }>(database: CloudDatabase, collection: Collection<T>, request: Find) {
  return normalised(async () => {
    let query = database.collection(collection.name).where(encodeConditions(request.where, database.command));
    for (const [field, direction] of request.orderBy ?? []) query = query.orderBy(field, direction);
    if (request.fields) query = query.field(Object.fromEntries(request.fields.map(field => [field, true])));
    return (await query.limit(request.limit).get()).data as T[];
  });
}

/** The cloud database of the environment that the function runs in. */
export function cloudDatabase(): Database {
  const database = cloud.database({ throwOnNotFound: false } as object) as unknown as CloudDatabase;
  const { command } = database;
  const matching = (collection: { name: string }, where: Conditions): CloudQuery =>
    database.collection(collection.name).where(encodeConditions(where, command));
  const { get, add } = documentOperations(database, command);
  return {
    get,
    add,
    find: (collection, request) => find(database, collection, request),
    count: (collection, where) => normalised(async () => (await matching(collection, where).count()).total),
    updateWhere: (collection, where, patch) =>
      normalised(async () => {
        const data = encodePatch(patch, command);
        return (await matching(collection, where).update({ data })).stats.updated;
      }),
    removeWhere: (collection, where) =>
      normalised(async () => (await matching(collection, where).remove()).stats.removed),
    transact: work => transactWith(() => startTransaction(database), work),
  };
}
