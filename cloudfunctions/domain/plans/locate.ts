import type { PlanPlace } from '../../contract/plans';
import { type Point, type StationNetwork, straightMetres } from '../network';

/** Where a plan begins or ends, as it is kept. */
export interface LocatedPlace extends Point {
  /** As the rider calls it. */
  name: string;
  /** The network's own name, of a place that is a station. */
  station: string | null;
}

/** A home is not to be found by what is kept of it: three digits of a degree are about a hundred metres. */
const KEPT_DIGITS = 1_000;
/** So far such a step reaches from north to south. */
export const KEPT_METRES = 100;

export const coarse = (degrees: number): number => Math.round(degrees * KEPT_DIGITS) / KEPT_DIGITS;

/** Null for a station that the network does not have. */
export function locate(network: StationNetwork | undefined, place: PlanPlace): LocatedPlace | null {
  if (!('station' in place)) {
    const { name, longitude, latitude } = place;
    return { name, longitude: coarse(longitude), latitude: coarse(latitude), station: null };
  }
  const station = network?.stationName(place.station);
  const found = network?.stations.find(({ name }) => name === station);
  if (!found) return null;
  return { name: found.name, longitude: found.longitude, latitude: found.latitude, station: found.name };
}

/** Nobody is sent to a station that is further away than a quarter of an hour on foot. */
export const WALK_METRES = 1_500;

export interface NearStation extends Point {
  name: string;
  /** In a straight line. */
  walkMetres: number;
}

/** The station itself, or the nearest one that can be walked to. */
export function stationFor(network: StationNetwork, place: LocatedPlace): NearStation | null {
  let nearest: NearStation | null = null;
  for (const { name, longitude, latitude } of network.stations) {
    const metres = name === place.station ? 0 : straightMetres(place, { longitude, latitude });
    if (metres > WALK_METRES || metres >= (nearest?.walkMetres ?? Number.POSITIVE_INFINITY)) continue;
    nearest = { name, longitude, latitude, walkMetres: metres };
  }
  return nearest;
}
