import { type Leg, networkOf } from '../network';
import type { Evidence } from './store';

/** The one mode whose network is known; a bus may stop at a place that is called like a station. */
const RAIL_MODE = 'metro';

/**
 * The shortest path between a trip's stations, by line; empty where the network or a station is not known. `usualCity`
 * is for trips that do not name theirs.
 */
export function legsOf(usualCity: string, { city = usualCity, mode, entry, exit }: Evidence): readonly Leg[] {
  if (mode !== RAIL_MODE || !('station' in entry) || !('station' in exit)) return [];
  const path = networkOf(city)?.shortestPath(entry.station, exit.station);
  return path && 'legs' in path ? path.legs : [];
}
