import type { Arc, Geometry, Surface } from './geo-geometry';
import { boundaryOf, isInterior, surfaceHasPoint } from './geo-surface';
import { angle, angleToArc, arcsCross, TOUCHING_RADIANS, type Vector } from './geo-vector';

/** Smallest angle from a point to a geometry; 0 inside a surface. */
export function angleToGeometry(point: Vector, geometry: Geometry): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (const other of geometry.points) nearest = Math.min(nearest, angle(point, other));
  for (const [from, to] of geometry.arcs) nearest = Math.min(nearest, angleToArc(point, from, to));
  for (const surface of geometry.surfaces) nearest = Math.min(nearest, angleToSurface(point, surface));
  return nearest;
}

function angleToSurface(point: Vector, surface: Surface): number {
  if (surfaceHasPoint(surface, point)) return 0;
  return Math.min(...boundaryOf(surface).map(([from, to]) => angleToArc(point, from, to)));
}

/** Whether two geometries have a point in common. */
export function intersects(left: Geometry, right: Geometry): boolean {
  return touches(left, right) || touches(right, left) || arcsMeet(allArcs(left), allArcs(right));
}

/** Whether a point, an end of a line or a corner of one lies on or in the other. */
function touches(geometry: Geometry, other: Geometry): boolean {
  return cornersOf(geometry).some(corner => angleToGeometry(corner, other) <= TOUCHING_RADIANS);
}

function arcsMeet(left: Arc[], right: Arc[]): boolean {
  return left.some(([a, b]) => right.some(([c, d]) => arcsCross(a, b, c, d)));
}

function allArcs(geometry: Geometry): Arc[] {
  return [...geometry.arcs, ...geometry.surfaces.flatMap(boundaryOf)];
}

export function cornersOf(geometry: Geometry): Vector[] {
  return [...geometry.points, ...allArcs(geometry).flat()];
}

/** Whether a geometry lies in one of the surfaces as a whole; touching the edge from inside is allowed. */
export function liesWithin(geometry: Geometry, surfaces: Surface[]): boolean {
  return surfaces.some(surface => liesInSurface(geometry, surface));
}

function liesInSurface(geometry: Geometry, surface: Surface): boolean {
  if (!cornersOf(geometry).every(corner => surfaceHasPoint(surface, corner))) return false;
  if (arcsMeet(allArcs(geometry), boundaryOf(surface))) return false;
  return !geometry.surfaces.some(inner => coversHole(inner, surface));
}

/** A hole of the container must not lie inside the contained surface. */
function coversHole(inner: Surface, container: Surface): boolean {
  return container.rings.slice(1).some(hole => hole.some(corner => isInterior(inner, corner)));
}
