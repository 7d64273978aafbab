import type { Collection, Conditions, Platform } from '../../platform';

/** Their ids, at most some 150 characters each, fit into one call's 100 KB. */
const DOCUMENTS_AT_ONCE = 500;

/**
 * Removes every document that `where` finds, some hundred at a time. Answers false when time was up before all were
 * gone. One database call where nothing is there, two for each five hundred.
 */
export async function removeAll<T extends { _id: string }>(
  platform: Platform,
  collection: Collection<T>,
  where: Conditions,
  deadlineMs: number,
): Promise<boolean> {
  while (platform.nowMs() < deadlineMs) {
    const found = await platform.database.find(collection, {
      where,
      limit: DOCUMENTS_AT_ONCE,
      fields: ['_id'],
    });
    if (found.length > 0) {
      const ids = found.map(({ _id }) => _id);
      await platform.database.removeWhere(collection, { ...where, _id: { oneOf: ids } });
    }
    if (found.length < DOCUMENTS_AT_ONCE) return true;
  }
  return false;
}
