import type { CollectionDeclaration, Manifest } from '../../build/product/manifest-shape';
import { decodeEjson } from '../store';
import type { Store } from '../store/store';

/**
 * Brings the store up to a manifest: missing collections, indexes and seed documents are added, nothing is changed or
 * removed, so that starting twice does no harm and an edited seed document stays edited.
 */
export async function applyManifest(store: Store, manifest: Manifest): Promise<void> {
  for (const collection of manifest.collections) {
    await store.declareIndexes(collection.name, collection.indexes);
    await addMissingSeeds(store, collection);
  }
}

async function addMissingSeeds(store: Store, { name, seed = [] }: CollectionDeclaration): Promise<void> {
  const missing: Record<string, unknown>[] = [];
  for (const document of seed) {
    const present = await store.count(name, { query: { _id: document._id } });
    // The manifest is plain JSON; dates and the like are written in it as EJSON.
    if (present === 0) missing.push(decodeEjson(JSON.stringify(document)) as Record<string, unknown>);
  }
  if (missing.length > 0) await store.insert(name, missing);
}
