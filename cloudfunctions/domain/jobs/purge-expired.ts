import { type Collection, type Conditions, collectionOf, type Platform } from '../../platform';
import type { Job, Purge } from './job';

/** Their ids, at most some 150 characters each, fit into one call's 100 KB. */
const DOCUMENTS_A_STEP = 500;

/**
 * Removes what the domains declare as ended, collection by collection in the order of their names, so many documents a
 * step. The cursor is the collection's name: removing again what is gone already is harmless.
 */
export function purgeExpired(purges: readonly Purge[]): Job {
  const ordered = [...purges].sort((left, right) => (left.collection < right.collection ? -1 : 1));
  return {
    name: 'purge-expired',
    everyMs: 5 * 60_000,
    async step(platform, { cursor }) {
      const at = ordered.findIndex(purge => purge.collection >= (cursor ?? ''));
      const purge = ordered[at];
      if (!purge) return { cursor: null };
      const removed = await purgeSome(platform, purge);
      if (removed === DOCUMENTS_A_STEP) return { cursor: purge.collection };
      return { cursor: ordered[at + 1]?.collection ?? null };
    },
  };
}

async function purgeSome(platform: Platform, purge: Purge): Promise<number> {
  const collection: Collection<{ _id: string }> = collectionOf(purge.collection);
  const endedBeforeMs = platform.nowMs() - (purge.keptMs ?? 0);
  // The condition is repeated for the removal: a document may have been given more time in between.
  const where: Conditions = { ...purge.where, expiresAtMs: { upTo: endedBeforeMs } };
  const found = await platform.database.find(collection, {
    where,
    orderBy: [['expiresAtMs', 'asc']],
    limit: DOCUMENTS_A_STEP,
    fields: ['_id'],
  });
  if (found.length === 0) return 0;
  const ids = found.map(document => document._id);
  await platform.database.removeWhere(collection, { ...where, _id: { oneOf: ids } });
  return found.length;
}
