import { beijingDay } from '../../platform/beijing-time';
import { type Point, type StationNetwork, straightMetres } from '../network';
import type { Place, Trip } from '../rides';
import type { Plan } from './store';
import { NEAR_METRES } from './terms';

/** Where a trip really began or ended; null for a stop whose place nobody knows. */
function pointOf(network: StationNetwork | undefined, place: Place): Point | null {
  if ('longitude' in place) return place;
  const station = network?.stationName(place.station);
  return network?.stations.find(({ name }) => name === station) ?? null;
}

const isNear = (point: Point | null, anchor: Point): boolean =>
  point !== null && straightMetres(point, anchor) <= NEAR_METRES;

type Looked = Pick<Plan, 'mode' | 'day' | 'earliestMs' | 'anchors'>;

/**
 * Whether a verified trip is what was planned: the same way of travel, begun after the plan was made and on its day,
 * from near its start to near its end. How many grams the caps left of it does not matter.
 */
export function isTripOf(plan: Looked, trip: Trip, network: StationNetwork | undefined): boolean {
  const { state, evidence, fromMs } = trip;
  if (state !== 'credited' || evidence === null || evidence.mode !== plan.mode) return false;
  if (fromMs < plan.earliestMs || beijingDay(fromMs) !== plan.day) return false;
  return (
    isNear(pointOf(network, evidence.entry), plan.anchors.from) &&
    isNear(pointOf(network, evidence.exit), plan.anchors.to)
  );
}
