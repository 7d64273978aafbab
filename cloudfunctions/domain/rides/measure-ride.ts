import type { PartnerRide, RideRejection } from '../../contract/partner';
import type { NetworkPath, StationNetwork } from '../network';
import { isPlausibleWay, pointOf, SAME_PLACE_METRES, wayOver } from './way-over-points';

/** Why a ride is not taken, and the part of it that is to blame. */
export interface Problem {
  readonly code: RideRejection;
  /** As in the partner's JSON, e.g. `entry.station`. */
  readonly field: string;
}

export interface RideDistance {
  /** What counts: the smallest of the partner's distance, the shortest path and the way over the points. At least 1. */
  readonly distanceMetres: number;
  /** What the rider must have travelled at least: the shortest path, or the straight line, where they are known. */
  readonly travelledMetres: number;
  /** Null where no network is known. */
  readonly path: NetworkPath | null;
  /** Over the points that the partner named between the ends; null without any. */
  readonly viaMetres: number | null;
  /** From end to end; null where an end has no coordinates, and for rail, which follows its tracks. */
  readonly straightMetres: number | null;
}

type Place = PartnerRide['entry'];

/** The one mode whose network is known. */
const RAIL_MODE = 'metro';

/**
 * How far a ride counts. `network` is that of the partner's city, if there is one; it matters to rail rides only, and
 * they belong to it whether a place is named or given by coordinates. Without a network the points count that the
 * partner has signed: a way over them is never longer than the road.
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
  return rail ? alongTracks(ride, pathBetween(rail, entry!, exit!)) : overPoints(ride);
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

/** No distance at all, or none to pay for: either way the partner has to say how far it was. */
const noDistance: Problem = { code: 'NO_DISTANCE', field: 'distanceMetres' };

const smallest = (distances: readonly (number | null | undefined)[]): number | undefined => {
  const known = distances.filter(metres => metres !== undefined && metres !== null);
  return known.length === 0 ? undefined : Math.min(...known);
};

function alongTracks({ distanceMetres: signed }: PartnerRide, path?: NetworkPath): RideDistance | Problem {
  const distanceMetres = smallest([signed, path?.metres]);
  if (!distanceMetres) return noDistance;
  const travelledMetres = path?.metres ?? distanceMetres;
  return { distanceMetres, travelledMetres, path: path ?? null, viaMetres: null, straightMetres: null };
}

function overPoints(ride: PartnerRide): RideDistance | Problem {
  const { straightMetres, viaMetres } = wayOver(pointOf(ride.entry), ride.via ?? [], pointOf(ride.exit));
  if (straightMetres !== null && straightMetres < SAME_PLACE_METRES) {
    return { code: 'SAME_STATION', field: 'exit.longitude' };
  }
  const distanceMetres = smallest([ride.distanceMetres, viaMetres]) ?? straightMetres ?? 0;
  if (distanceMetres === 0) return noDistance;
  if (straightMetres !== null && !isPlausibleWay(distanceMetres, straightMetres)) {
    return {
      code: 'IMPLAUSIBLE_DISTANCE',
      field: ride.distanceMetres === undefined ? 'via' : 'distanceMetres',
    };
  }
  const travelledMetres = Math.max(distanceMetres, straightMetres ?? 0);
  return { distanceMetres, travelledMetres, path: null, viaMetres, straightMetres };
}
