import { compileFilter } from '../compile-filter';
import { locate, nearPoint } from '../geo-near';
import { requestFailed } from '../query-error';
import { setPath } from '../set-path';

type Fields = Record<string, unknown>;

/**
 * `$geoNear`: documents by distance from a point, the distance written into `distanceField`. `key` names the geo
 * field; the store fills it in from the collection's geo index when the pipeline leaves it out.
 */
export function geoNear(documents: Fields[], spec: Fields): Fields[] {
  const { near, key, distanceField, includeLocs, query } = spec;
  if (typeof distanceField !== 'string') throw requestFailed('$geoNear requires a distanceField');
  const search = nearPoint(near, spec.minDistance, spec.maxDistance);
  const filter = compileFilter((query ?? {}) as Fields);
  const multiplier = Number(spec.distanceMultiplier ?? 1);
  const found = documents.flatMap(document => {
    const located = filter(document) ? locate(document, String(key), search) : null;
    return located === null ? [] : [{ document, ...located }];
  });
  found.sort((left, right) => left.metres - right.metres);
  return found.slice(0, limitOf(spec)).map(({ document, metres, location }) => {
    const withDistance = setPath(document, distanceField, metres * multiplier);
    return typeof includeLocs === 'string' ? setPath(withDistance, includeLocs, location) : withDistance;
  });
}

function limitOf({ limit, num }: Fields): number | undefined {
  const wanted = limit ?? num;
  return wanted === undefined ? undefined : Number(wanted);
}
