/**
 * Station networks: how far it is from one station to another by rail.
 *
 * 1. The distance of a ride is the shortest path, so no rider is paid for a detour.
 * 2. Distances are whole metres of track, the same in both directions, and obey the triangle inequality.
 * 3. Stations of one name are one interchange; changing there adds no distance.
 * 4. A path's legs add up to its metres and join without a gap.
 * 5. From a station to itself it is 0 metres, without legs.
 * 6. A name that the network does not have is said so, by end; nothing is guessed from similar names.
 * 7. Spaces, full-width characters and the suffix 站 make no difference to a name.
 * 8. Pure and without I/O: the data is bundled, and paths from a station are computed once a process.
 */
import { shenzhenMetroLines } from './shenzhen-metro';
import { StationNetwork } from './station-network';

export { NEAR_METRES } from './nearest-station';
export type { Station } from './rules';
export type { Leg, NetworkPath, NoPath } from './station-network';
export { type Point, straightMetres } from './straight-metres';
export { StationNetwork };

const linesByCity = new Map([['shenzhen', shenzhenMetroLines]]);
const networks = new Map<string, StationNetwork>();

/** The metro of a city (`shenzhen`), undefined where none is known. Built at the first call, to keep cold starts short. */
export function networkOf(city: string): StationNetwork | undefined {
  const lines = linesByCity.get(city);
  if (lines === undefined) return undefined;
  const network = networks.get(city) ?? new StationNetwork(lines);
  networks.set(city, network);
  return network;
}
