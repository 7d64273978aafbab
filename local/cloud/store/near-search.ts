import { locate, type Near, nearOf } from '../query/geo-near';
import { requestFailed } from '../query/query-error';
import type { Collection } from './collection';
import type { DeclaredIndex } from './declared-index';
import type { StoredDocument } from './store';

/** A search around a point, and the geo index without which MongoDB refuses it. */
export interface NearSearch {
  path: string;
  near: Near;
  index: DeclaredIndex;
}

/** The `$near` of a query, null when there is none. */
export function nearSearch(collection: Collection, query: Record<string, unknown>): NearSearch | null {
  const found = nearOf(query);
  if (found === null) return null;
  const index = geoIndexes(collection).find(({ paths }) => paths.some(path => path.join('.') === found.path));
  if (index !== undefined) return { ...found, index };
  throw requestFailed(`unable to find index for $geoNear query: ${collection.name} ${found.path}`);
}

function geoIndexes(collection: Collection): DeclaredIndex[] {
  return collection.indexes.filter(index => index.isGeo);
}

/** The geo field a `$geoNear` without `key` means: that of the only geo index. */
export function geoField(collection: Collection): string {
  const [index, another] = geoIndexes(collection);
  if (index === undefined)
    throw requestFailed('$geoNear requires a 2d or 2dsphere index, but none were found');
  if (another !== undefined)
    throw requestFailed('There is more than one 2dsphere index; unsure which to use for $geoNear');
  return index.declaration.fields.find(({ direction }) => direction === '2dsphere')!.field;
}

/** Sorts matches by the distance of their nearest location. */
export function byDistance<Match extends { document: StoredDocument }>(
  matches: Match[],
  { path, near }: NearSearch,
): Match[] {
  return matches
    .map(match => ({ match, metres: locate(match.document, path, near)?.metres ?? Number.POSITIVE_INFINITY }))
    .sort((left, right) => left.metres - right.metres)
    .map(({ match }) => match);
}
