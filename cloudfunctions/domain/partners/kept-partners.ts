import type { Database, Platform } from '../../platform';
import { type PartnerDocument, partners } from './store';

/** A change, a stop above all, is known to every running function after at most this long. */
const KEPT_MS = 60_000;

/** More than will ever sign. */
export const MOST_PARTNERS = 1_000;

interface Kept {
  readAtMs: number;
  documents: Promise<ReadonlyMap<string, PartnerDocument>>;
}

const keptFor = new WeakMap<Database, Kept>();

/** Every partner with a document, in the order of ids, as it is now. One database call. */
export const readPartners = (platform: Platform): Promise<PartnerDocument[]> =>
  platform.database.find(partners, {
    where: { _id: { above: '' } },
    orderBy: [['_id', 'asc']],
    limit: MOST_PARTNERS,
  });

/**
 * The partners by id, read at most once a minute for each process and all at once, so that ids that somebody makes up
 * cost nothing. When they cannot be read nobody is let in on what was known before: he may have been stopped since.
 */
export function keptPartners(platform: Platform): Promise<ReadonlyMap<string, PartnerDocument>> {
  const nowMs = platform.nowMs();
  const kept = keptFor.get(platform.database);
  if (kept && nowMs >= kept.readAtMs && nowMs < kept.readAtMs + KEPT_MS) return kept.documents;
  const documents = readPartners(platform).then(found => new Map(found.map(one => [one._id, one])));
  keptFor.set(platform.database, { readAtMs: nowMs, documents });
  documents.catch(() => keptFor.delete(platform.database));
  return documents;
}
