import { flatShape } from './geo-flat';
import { type Geometry, queriedGeometry, readGeometry } from './geo-geometry';
import { readNear } from './geo-near';
import { angleToGeometry, cornersOf, intersects, liesWithin } from './geo-relations';
import { angle, EARTH_RADIUS_METRES, toVector } from './geo-vector';
import { isPlainObject } from './plain-object';
import { requestFailed } from './query-error';
import type { ValuePredicate } from './value-predicates';

const EVERY_TYPE = ['Point', 'LineString', 'Polygon', 'MultiPoint', 'MultiLineString', 'MultiPolygon'];

/** The geo conditions; they get a field's whole value, which may be one geometry or an array of them. */
export const GEO_PREDICATES: Record<string, (operand: unknown) => ValuePredicate> = {
  $near: isNear,
  $nearSphere: isNear,
  $geoWithin: isWithin,
  $geoIntersects: doesIntersect,
};

function someGeometry(test: (geometry: Geometry) => boolean): ValuePredicate {
  return value => {
    const single = readGeometry(value);
    if (single !== null) return test(single);
    if (!Array.isArray(value)) return false;
    return value.some(item => {
      const geometry = readGeometry(item);
      return geometry !== null && test(geometry);
    });
  };
}

function isNear(operand: unknown): ValuePredicate {
  const { centre, minimumMetres, maximumMetres } = readNear(operand);
  return someGeometry(geometry => {
    const metres = angleToGeometry(centre, geometry) * EARTH_RADIUS_METRES;
    return metres >= minimumMetres && metres <= maximumMetres;
  });
}

function isWithin(operand: unknown): ValuePredicate {
  if (!isPlainObject(operand)) throw requestFailed('$geoWithin needs a shape');
  if (operand.$geometry !== undefined) {
    const { surfaces } = queriedGeometry(operand.$geometry, ['Polygon', 'MultiPolygon']);
    return someGeometry(geometry => liesWithin(geometry, surfaces));
  }
  return operand.$centerSphere === undefined ? flatShape(operand) : isInCap(operand.$centerSphere);
}

/** `$centerSphere: [[longitude, latitude], radius in radians]`; a line or surface is inside when its corners are. */
function isInCap(operand: unknown): ValuePredicate {
  const [position, radius] = Array.isArray(operand) ? (operand as unknown[]) : [];
  const centre = readGeometry(position);
  if (centre === null || typeof radius !== 'number' || radius < 0) {
    throw requestFailed('$centerSphere needs [[longitude, latitude], radius in radians]');
  }
  const middle = toVector(position as [number, number]);
  return someGeometry(geometry => cornersOf(geometry).every(corner => angle(middle, corner) <= radius));
}

function doesIntersect(operand: unknown): ValuePredicate {
  if (!isPlainObject(operand)) throw requestFailed('$geoIntersects needs a $geometry');
  const wanted = queriedGeometry(operand.$geometry, EVERY_TYPE);
  return someGeometry(geometry => intersects(geometry, wanted));
}
