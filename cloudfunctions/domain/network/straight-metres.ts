/** A place on earth, WGS-84 degrees. */
export interface Point {
  readonly longitude: number;
  readonly latitude: number;
}

/** Mean radius of the earth (IUGG). */
const EARTH_RADIUS_METRES = 6_371_008.8;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Great-circle distance by the haversine formula. */
export function straightMetres(from: Point, to: Point): number {
  const latitudeSine = Math.sin(radians(to.latitude - from.latitude) / 2);
  const longitudeSine = Math.sin(radians(to.longitude - from.longitude) / 2);
  const parallels = Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude));
  const chord = latitudeSine ** 2 + parallels * longitudeSine ** 2;
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.sqrt(Math.min(1, chord)));
}
