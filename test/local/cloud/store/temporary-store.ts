import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type IndexDeclaration, openStore, type Scan, type Store } from '../../../../local/cloud/store';

const opened: { folder: string; stores: Store[] }[] = [];

export interface TemporaryStore {
  store: Store;
  folder: string;
  /** The scans of every operation so far. */
  scans: Scan[];
  /** Closes the store and opens its folder again. */
  reopen(): Promise<Store>;
}

/** A store in a folder of its own, with the collection `things`; the clock stands at 1000 ms. */
export async function temporaryStore(nowMs: () => number = () => 1000): Promise<TemporaryStore> {
  const folder = mkdtempSync(join(tmpdir(), 'store-'));
  const store = openStore({ folder, nowMs });
  const entry = { folder, stores: [store] };
  opened.push(entry);
  const scans: Scan[] = [];
  store.onScan(scan => scans.push(scan));
  await store.addCollection('things');
  const reopen = async () => {
    await entry.stores.at(-1)!.close();
    entry.stores.push(openStore({ folder, nowMs }));
    return entry.stores.at(-1)!;
  };
  return { store, folder, scans, reopen };
}

/** Closes and deletes everything that the tests have opened; for `afterEach`. */
export async function closeTemporaryStores(): Promise<void> {
  for (const { folder, stores } of opened.splice(0)) {
    await stores.at(-1)!.close();
    rmSync(folder, { recursive: true });
  }
}

/** The documents of a query, all of them and in natural order. */
export function findAll(store: Store, query: Record<string, unknown> = {}, collection = 'things') {
  return store.find(collection, { query, limit: 1000 });
}

/** Applies update operators to one document by `_id`. */
export function updateById(
  store: Store,
  id: unknown,
  update: Record<string, unknown>,
  transactionId?: string,
) {
  const request = { query: { _id: id }, update, merge: true, multi: false, upsert: false };
  return store.modify('things', transactionId === undefined ? request : { ...request, transactionId });
}

/** A document by `_id`, or undefined. */
export async function findById(store: Store, id: unknown, transactionId?: string) {
  const request = { query: { _id: id }, limit: 1 };
  const found = await store.find(
    'things',
    transactionId === undefined ? request : { ...request, transactionId },
  );
  return found[0];
}

/** An index over fields named in one text; a minus in front means descending. */
export function index(name: string, fields: string, unique = false): IndexDeclaration {
  return {
    name,
    unique,
    fields: fields
      .split(' ')
      .map(field => ({ field: field.replace('-', ''), direction: field.startsWith('-') ? -1 : 1 })),
  };
}
