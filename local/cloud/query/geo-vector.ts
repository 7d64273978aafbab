/** A point on the unit sphere. */
export type Vector = readonly [number, number, number];

/** MongoDB's radius of the earth, by which it turns metres into angles. */
export const EARTH_RADIUS_METRES = 6_378_100;

/** Points closer than this are the same point: about a centimetre. */
export const TOUCHING_RADIANS = 1.6e-9;

const DEGREE = Math.PI / 180;

/** From longitude and latitude in degrees. */
export function toVector([longitude, latitude]: readonly [number, number]): Vector {
  const ring = Math.cos(latitude * DEGREE);
  return [
    ring * Math.cos(longitude * DEGREE),
    ring * Math.sin(longitude * DEGREE),
    Math.sin(latitude * DEGREE),
  ];
}

export function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

export function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

export function add(a: Vector, b: Vector): Vector {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
}

/** Angle between two points; through atan2, because acos is blind for small angles. */
export function angle(a: Vector, b: Vector): number {
  return Math.atan2(Math.hypot(...cross(a, b)), dot(a, b));
}

/** Angle from a point to the nearest point of a great-circle arc. */
export function angleToArc(point: Vector, from: Vector, to: Vector): number {
  const normal = cross(from, to);
  const length = Math.hypot(...normal);
  const nearestIsEnd = Math.min(angle(point, from), angle(point, to));
  if (length < TOUCHING_RADIANS) return nearestIsEnd;
  const isBeside = dot(cross(normal, from), point) >= 0 && dot(cross(to, normal), point) >= 0;
  return isBeside
    ? Math.abs(Math.asin(Math.min(1, Math.max(-1, dot(normal, point) / length))))
    : nearestIsEnd;
}

/** Whether two arcs cross each other away from their ends. */
export function arcsCross(a: Vector, b: Vector, c: Vector, d: Vector): boolean {
  const first = cross(a, b);
  const second = cross(c, d);
  if (dot(first, c) * dot(first, d) >= 0 || dot(second, a) * dot(second, b) >= 0) return false;
  // The two great circles meet at two opposite points; both arcs have to pass the same one.
  const meeting = cross(first, second);
  return dot(meeting, add(a, b)) * dot(meeting, add(c, d)) > 0;
}
