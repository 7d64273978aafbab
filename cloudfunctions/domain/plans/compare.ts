import { reductionGrams } from '../../../miniprogram/proof';
import type { UnfitReason } from '../../contract/plans';
import type { FactorRow, FactorSet } from '../factors';
import { type Point, type StationNetwork, straightMetres } from '../network';
import { type LocatedPlace, stationFor } from './locate';
import { CHANGE_MINUTES, carPace, minutesFor, type Pace, paceOf, WALKING_KM_AN_HOUR } from './pace';

/** What one way of travel would be between two places. */
export interface PlanOption {
  mode: string;
  distanceMetres: number;
  minutes: number;
  grams: number;
  lines: string[];
  entry: string | null;
  exit: string | null;
  unfit: UnfitReason | null;
  /** Where a trip of this mode would begin and end. */
  anchors: { from: Point; to: Point };
}

export interface Comparison {
  /** The most grams first, then the quickest; what does not fit last. */
  options: PlanOption[];
  car: { distanceMetres: number; minutes: number };
}

export interface Ends {
  from: LocatedPlace;
  to: LocatedPlace;
}

/** The one mode whose network is known. */
const RAIL_MODE = 'metro';

/** How much longer the way on roads is than the straight line. Our own judgement. */
export const ROAD_DETOUR = 1.3;

export const roadMetres = ({ from, to }: Ends): number => Math.round(straightMetres(from, to) * ROAD_DETOUR);

const pointOf = ({ longitude, latitude }: Point): Point => ({ longitude, latitude });

function unfitting(mode: string, { from, to }: Ends, unfit: UnfitReason): PlanOption {
  const anchors = { from: pointOf(from), to: pointOf(to) };
  const nothing = { distanceMetres: 0, minutes: 0, grams: 0, lines: [], entry: null, exit: null };
  return { mode, ...nothing, unfit, anchors };
}

function byRail(network: StationNetwork | undefined, row: FactorRow, pace: Pace, ends: Ends): PlanOption {
  const entry = network && stationFor(network, ends.from);
  const exit = network && stationFor(network, ends.to);
  if (!network || !entry || !exit) return unfitting(row.mode, ends, 'no-station');
  if (entry.name === exit.name) return unfitting(row.mode, ends, 'same-station');
  const path = network.shortestPath(entry.name, exit.name);
  if ('unknown' in path) return unfitting(row.mode, ends, 'no-station');
  const walk = minutesFor((entry.walkMetres + exit.walkMetres) * ROAD_DETOUR, WALKING_KM_AN_HOUR);
  const changes = (path.legs.length - 1) * CHANGE_MINUTES;
  return {
    mode: row.mode,
    distanceMetres: path.metres,
    minutes: pace.extraMinutes + walk + changes + minutesFor(path.metres, pace.kmAnHour),
    grams: reductionGrams(row, path.metres),
    lines: path.legs.map(({ line }) => line),
    entry: entry.name,
    exit: exit.name,
    unfit: null,
    anchors: { from: pointOf(entry), to: pointOf(exit) },
  };
}

function byRoad(row: FactorRow, pace: Pace, ends: Ends): PlanOption {
  const metres = roadMetres(ends);
  if (metres > pace.mostMetres) return unfitting(row.mode, ends, 'too-far');
  return {
    mode: row.mode,
    distanceMetres: metres,
    minutes: pace.extraMinutes + minutesFor(metres, pace.kmAnHour),
    grams: reductionGrams(row, metres),
    lines: [],
    entry: null,
    exit: null,
    unfit: null,
    anchors: { from: pointOf(ends.from), to: pointOf(ends.to) },
  };
}

function optionOf(network: StationNetwork | undefined, row: FactorRow, ends: Ends): PlanOption[] {
  const pace = paceOf(row.mode);
  if (!pace) return [];
  return [row.mode === RAIL_MODE ? byRail(network, row, pace, ends) : byRoad(row, pace, ends)];
}

/** What fits comes first, and of that what saves most, then what is quicker. */
const inOrder = (left: PlanOption, right: PlanOption): number =>
  Number(left.unfit !== null) - Number(right.unfit !== null) ||
  right.grams - left.grams ||
  left.minutes - right.minutes;

/** Every way of travel that the set has a factor for, compared with going by car, which saves nothing. */
export function compareModes(
  set: Pick<FactorSet, 'rows'>,
  network: StationNetwork | undefined,
  ends: Ends,
): Comparison {
  const metres = roadMetres(ends);
  return {
    options: set.rows.flatMap(row => optionOf(network, row, ends)).sort(inOrder),
    car: {
      distanceMetres: metres,
      minutes: carPace.extraMinutes + minutesFor(metres, carPace.kmAnHour),
    },
  };
}
