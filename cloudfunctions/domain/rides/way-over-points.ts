import type { PartnerRide } from '../../contract/partner';
import { type Point, straightMetres } from '../network';

/** Nearer ends are one place: positions are no better, and stops of a city lie further apart. Own judgement. */
export const SAME_PLACE_METRES = 100;

/**
 * How much longer than the straight line a way may be before it is no way between its ends: roads wind, rivers and
 * hills lie between, and buses go round by their stops. It is to find wrong units and round trips, so it is wide; a
 * kilometre is added because short ways wind most. Own judgement.
 */
export const MOST_DETOUR = 3;
export const DETOUR_SLACK_METRES = 1_000;

/** Where an end of a ride lies; null where it has only a name. */
export const pointOf = (place: PartnerRide['entry']): Point | null =>
  'longitude' in place ? { longitude: place.longitude, latitude: place.latitude } : null;

export interface WayOverPoints {
  /** Whole metres from point to point, as far as they are known; null without a point between the ends. */
  readonly viaMetres: number | null;
  /** Whole metres from end to end; null where an end has no coordinates. */
  readonly straightMetres: number | null;
}

/** Rounded down in all: a sum of straight lines is never longer than the road that touches the same points. */
export function wayOver(entry: Point | null, via: readonly Point[], exit: Point | null): WayOverPoints {
  const points = [entry, ...via, exit].filter(point => point !== null);
  return {
    viaMetres: via.length === 0 ? null : Math.floor(lengthOf(points)),
    straightMetres: entry && exit ? Math.floor(straightMetres(entry, exit)) : null,
  };
}

const lengthOf = (points: readonly Point[]): number =>
  points.slice(1).reduce((sum, point, index) => sum + straightMetres(points[index]!, point), 0);

export const isPlausibleWay = (metres: number, straight: number): boolean =>
  metres <= MOST_DETOUR * straight + DETOUR_SLACK_METRES;
