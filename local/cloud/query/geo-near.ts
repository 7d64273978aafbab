import { type Geometry, queriedGeometry, readGeometry } from './geo-geometry';
import { angleToGeometry } from './geo-relations';
import { EARTH_RADIUS_METRES, type Vector } from './geo-vector';
import { pathValues } from './path-values';
import { isPlainObject } from './plain-object';
import { requestFailed } from './query-error';

/** A search around a point; distances in metres. */
export interface Near {
  centre: Vector;
  minimumMetres: number;
  maximumMetres: number;
}

export interface Located {
  metres: number;
  /** The stored value that is this near. */
  location: unknown;
}

/** Reads `{$geometry: Point, $minDistance, $maxDistance}`. */
export function readNear(operand: unknown): Near {
  if (!isPlainObject(operand) || operand.$geometry === undefined) {
    throw requestFailed('$near needs a $geometry of type Point');
  }
  return nearPoint(operand.$geometry, operand.$minDistance, operand.$maxDistance);
}

export function nearPoint(geometry: unknown, minimum: unknown, maximum: unknown): Near {
  const { points } = queriedGeometry(geometry, ['Point']);
  return {
    centre: points[0]!,
    minimumMetres: distance(minimum ?? 0),
    maximumMetres: maximum == null ? Number.POSITIVE_INFINITY : distance(maximum),
  };
}

function distance(value: unknown): number {
  if (typeof value === 'number' && value >= 0) return value;
  throw requestFailed(`distances must be non-negative numbers of metres: ${String(value)}`);
}

/** The nearest location a document has in a field, when its distance is within the bounds. */
export function locate(document: Record<string, unknown>, path: string, near: Near): Located | null {
  let nearest: Located | null = null;
  for (const location of pathValues(document, path, true)) {
    const metres = metresTo(near, readGeometry(location));
    if (nearest === null || metres < nearest.metres) nearest = { metres, location };
  }
  if (nearest === null || !Number.isFinite(nearest.metres)) return null;
  return nearest.metres >= near.minimumMetres && nearest.metres <= near.maximumMetres ? nearest : null;
}

function metresTo(near: Near, geometry: Geometry | null): number {
  if (geometry === null) return Number.POSITIVE_INFINITY;
  return angleToGeometry(near.centre, geometry) * EARTH_RADIUS_METRES;
}

/** The `$near` of a query, which also orders its results; null when there is none. */
export function nearOf(query: Record<string, unknown>): { path: string; near: Near } | null {
  for (const [path, condition] of Object.entries(query)) {
    if (path === '$and' && Array.isArray(condition)) {
      for (const branch of condition) {
        const found = isPlainObject(branch) ? nearOf(branch) : null;
        if (found !== null) return found;
      }
    }
    const operand = isPlainObject(condition) ? (condition.$nearSphere ?? condition.$near) : undefined;
    if (operand !== undefined) return { path, near: readNear(operand) };
  }
  return null;
}
