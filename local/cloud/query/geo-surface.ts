import { type Arc, arcsOf, type Surface } from './geo-geometry';
import { add, angleToArc, cross, dot, TOUCHING_RADIANS, type Vector } from './geo-vector';

export function boundaryOf(surface: Surface): Arc[] {
  return surface.rings.flatMap(arcsOf);
}

/** Whether a point lies in a surface or on its boundary; holes are outside, their edges are not. */
export function surfaceHasPoint(surface: Surface, point: Vector): boolean {
  if (isOnBoundary(surface, point)) return true;
  return isInterior(surface, point);
}

export function isInterior(surface: Surface, point: Vector): boolean {
  const [outer, ...holes] = surface.rings;
  return ringSurrounds(outer!, point) && !holes.some(hole => ringSurrounds(hole, point));
}

function isOnBoundary(surface: Surface, point: Vector): boolean {
  return boundaryOf(surface).some(([from, to]) => angleToArc(point, from, to) <= TOUCHING_RADIANS);
}

/**
 * Adds up the angles under which the point sees the ring's edges: a full turn when it is surrounded. A ring is
 * taken as smaller than a hemisphere, as MongoDB does, so the opposite side of the earth is outside.
 */
export function ringSurrounds(ring: Vector[], point: Vector): boolean {
  const middle = ring.reduce(add, [0, 0, 0] as Vector);
  if (dot(middle, point) <= 0) return false;
  let turn = 0;
  for (const [from, to] of arcsOf(ring)) turn += turnSeenFrom(point, from, to);
  return Math.abs(turn) > Math.PI;
}

function turnSeenFrom(point: Vector, from: Vector, to: Vector): number {
  const toFrom = cross(point, from);
  const toTo = cross(point, to);
  return Math.atan2(dot(point, cross(toFrom, toTo)), dot(toFrom, toTo));
}
