import type { PartnerRide, RideRejection } from '../../contract/partner';
import type { NetworkPath, StationNetwork } from '../network';

/** Why a ride is not taken, and the part of it that is to blame. */
export interface Problem {
  readonly code: RideRejection;
  /** As in the partner's JSON, e.g. `entry.station`. */
  readonly field: string;
}

export interface RideDistance {
  /** What counts: the smaller of the partner's distance and the shortest path. At least 1. */
  readonly distanceMetres: number;
  /** What the rider must have travelled at least: the shortest path where it is known. */
  readonly travelledMetres: number;
  /** Null where no network is known. */
  readonly path: NetworkPath | null;
}

type Place = PartnerRide['entry'];

/** The one mode whose network is known. */
const RAIL_MODE = 'metro';

/**
 * How far a ride counts. `network` is that of the partner's city, if there is one; it matters to rail rides only, and
 * they belong to it whether a place is named or given by coordinates.
 */
export function measureRide(ride: PartnerRide, network: StationNetwork | undefined): RideDistance | Problem {
  const rail = ride.mode === RAIL_MODE ? network : undefined;
  const [entry, exit] = [stationOf(ride.entry, rail), stationOf(ride.exit, rail)];
  if (rail && entry === undefined) return { code: 'UNKNOWN_STATION', field: fieldOf('entry', ride.entry) };
  if (rail && exit === undefined) return { code: 'UNKNOWN_STATION', field: fieldOf('exit', ride.exit) };
  // Whoever leaves where he entered has gone nowhere, however far he rode in between: nothing was avoided.
  if (entry !== undefined && entry === exit) {
    return { code: 'SAME_STATION', field: fieldOf('exit', ride.exit) };
  }
  return countDistance(ride.distanceMetres, rail && pathBetween(rail, entry!, exit!));
}

/** Of a network its own name; without one whatever the partner calls it. */
function stationOf(place: Place, network: StationNetwork | undefined): string | undefined {
  if ('station' in place) return network ? network.stationName(place.station) : place.station.trim();
  return network?.stationNear(place);
}

const fieldOf = (end: 'entry' | 'exit', place: Place): string =>
  'station' in place ? `${end}.station` : `${end}.longitude`;

function pathBetween(network: StationNetwork, entry: string, exit: string): NetworkPath | undefined {
  const path = network.shortestPath(entry, exit);
  return 'unknown' in path ? undefined : path;
}

function countDistance(
  partnerMetres: number | undefined,
  path: NetworkPath | undefined,
): RideDistance | Problem {
  const distances = [partnerMetres, path?.metres].filter(metres => metres !== undefined);
  const distanceMetres = Math.min(...distances);
  // No distance at all, or none to pay for: either way the partner has to say how far it was.
  if (distances.length === 0 || distanceMetres === 0) return { code: 'NO_DISTANCE', field: 'distanceMetres' };
  return { distanceMetres, travelledMetres: path?.metres ?? distanceMetres, path: path ?? null };
}
