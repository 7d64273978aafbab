import { toVector, type Vector } from './geo-vector';
import { isPlainObject } from './plain-object';
import { requestFailed } from './query-error';

export type Arc = readonly [Vector, Vector];

/** A surface: its outer ring and holes, each closed. */
export interface Surface {
  rings: Vector[][];
}

/** Any GeoJSON geometry as the points, lines and surfaces it consists of. */
export interface Geometry {
  points: Vector[];
  arcs: Arc[];
  surfaces: Surface[];
}

type Position = readonly [number, number];

/** Reads a stored or queried value; null when it is no geometry. */
export function readGeometry(value: unknown): Geometry | null {
  if (isPosition(value)) return { points: [toVector(value)], arcs: [], surfaces: [] };
  if (!isPlainObject(value) || typeof value.type !== 'string') return null;
  const read = READERS[value.type];
  return read === undefined || !Array.isArray(value.coordinates) ? null : read(value.coordinates);
}

/** As `readGeometry`, for what a query names: anything else is refused. */
export function queriedGeometry(value: unknown, allowedTypes: readonly string[]): Geometry {
  const geometry =
    isPlainObject(value) && allowedTypes.includes(String(value.type)) ? readGeometry(value) : null;
  if (geometry !== null) return geometry;
  throw requestFailed(`invalid geometry, expected ${allowedTypes.join(' or ')}: ${JSON.stringify(value)}`);
}

const READERS: Record<string, (coordinates: unknown[]) => Geometry | null> = {
  Point: coordinates => readPoints([coordinates]),
  MultiPoint: readPoints,
  LineString: coordinates => readLines([coordinates]),
  MultiLineString: readLines,
  Polygon: coordinates => readSurfaces([coordinates]),
  MultiPolygon: readSurfaces,
};

function isPosition(value: unknown): value is Position {
  if (!Array.isArray(value) || value.length < 2) return false;
  const [longitude, latitude] = value as unknown[];
  return isDegrees(longitude, 180) && isDegrees(latitude, 90);
}

function isDegrees(value: unknown, limit: number): boolean {
  return typeof value === 'number' && Math.abs(value) <= limit;
}

function readPositions(value: unknown): Vector[] | null {
  if (!Array.isArray(value) || !value.every(isPosition)) return null;
  return value.map(toVector);
}

function readPoints(coordinates: unknown[]): Geometry | null {
  const points = readPositions(coordinates);
  return points === null || points.length === 0 ? null : { points, arcs: [], surfaces: [] };
}

function readLines(coordinates: unknown[]): Geometry | null {
  const lines = coordinates.map(readPositions);
  if (lines.length === 0 || lines.some(line => line === null || line.length < 2)) return null;
  return { points: [], arcs: lines.flatMap(line => arcsOf(line!)), surfaces: [] };
}

function readSurfaces(coordinates: unknown[]): Geometry | null {
  const surfaces = coordinates.map(readSurface);
  if (surfaces.length === 0 || surfaces.some(surface => surface === null)) return null;
  return { points: [], arcs: [], surfaces: surfaces as Surface[] };
}

function readSurface(value: unknown): Surface | null {
  if (!Array.isArray(value) || value.length === 0) return null;
  const rings = value.map(readRing);
  return rings.some(ring => ring === null) ? null : { rings: rings as Vector[][] };
}

function readRing(value: unknown): Vector[] | null {
  const ring = readPositions(value);
  if (ring === null || ring.length < 4) return null;
  const positions = value as Position[];
  const [first, last] = [positions[0]!, positions.at(-1)!];
  return first[0] === last[0] && first[1] === last[1] ? ring : null;
}

/** The arcs between successive points. */
export function arcsOf(points: Vector[]): Arc[] {
  return points.slice(1).map((point, index) => [points[index]!, point]);
}
