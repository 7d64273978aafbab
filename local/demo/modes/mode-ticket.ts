import { MINUTE_MS } from '../beijing-time';
import type { SignedMode } from './demo-partners';
import type { ModePlace } from './mode-places';

interface Point {
  longitude: number;
  latitude: number;
}

type ModeStop = Point & { station?: string; atMs: number };

/** A ride of another mode than the metro, with the fields of `POST /partner/v1/rides`. */
export interface ModeTicket {
  ticketId: string;
  riderToken: string;
  mode: SignedMode;
  entry: ModeStop;
  exit: ModeStop;
  distanceMetres: number;
  via?: Point[];
  occupants?: number;
  /** The car's journey, by the partner's own name; each of the demo's cars carries one of its riders. */
  carTripId?: string;
  detourMetres?: number;
}

/** A ride between two of the mode's places, before anybody takes it. */
export interface ModeWay {
  mode: SignedMode;
  /** All places of the mode, in order. */
  places: readonly ModePlace[];
  from: ModePlace;
  to: ModePlace;
  /** People in the car; of a carpool only. */
  occupants?: number;
}

interface Terms {
  /** With stops and traffic. */
  kmAnHour: number;
  /** How much longer than the straight line. */
  winding: number;
  /** Bicycles stand anywhere: where one was taken is a point without a name. */
  isNamed: boolean;
}

const terms: Readonly<Record<SignedMode, Terms>> = {
  bus: { kmAnHour: 19, winding: 1.08, isNamed: true },
  'shared-bike': { kmAnHour: 12, winding: 1.2, isNamed: false },
  'shared-e-bike': { kmAnHour: 17, winding: 1.25, isNamed: false },
  nev: { kmAnHour: 27, winding: 1.3, isNamed: true },
  carpool: { kmAnHour: 29, winding: 1.3, isNamed: true },
};

const USUAL_OCCUPANTS = 3;
/** To fetch the others and to bring them home. */
const DETOUR_METRES = 900;
const METRES_A_DEGREE = 111_195;

function straightMetres(from: Point, to: Point): number {
  const north = (to.latitude - from.latitude) * METRES_A_DEGREE;
  const middle = ((from.latitude + to.latitude) / 2) * (Math.PI / 180);
  return Math.hypot(north, (to.longitude - from.longitude) * METRES_A_DEGREE * Math.cos(middle));
}

const pointOf = ({ longitude, latitude }: Point): Point => ({ longitude, latitude });

/** Where a bus stops on the way; nothing for other modes, and nothing between neighbours. */
function stopsBetween({ mode, places, from, to }: ModeWay): Point[] {
  if (mode !== 'bus') return [];
  const [first, last] = [places.indexOf(from), places.indexOf(to)];
  const between = places.slice(Math.min(first, last) + 1, Math.max(first, last)).map(pointOf);
  return first < last ? between : between.reverse();
}

const metresOf = (way: ModeWay): number => {
  const points = [way.from, ...stopsBetween(way), way.to];
  const straight = points.slice(1).reduce((sum, point, at) => sum + straightMetres(points[at]!, point), 0);
  return Math.round(straight * terms[way.mode].winding);
};

/** How long the ride takes. */
export const minutesOf = (way: ModeWay): number =>
  Math.ceil((metresOf(way) / 1_000 / terms[way.mode].kmAnHour) * 60) + 1;

const stopAt = (mode: SignedMode, place: ModePlace, atMs: number): ModeStop => ({
  ...(terms[mode].isNamed ? { station: place.name } : {}),
  ...pointOf(place),
  atMs,
});

/** The ride as its partner signs it. */
export function modeTicket(
  way: ModeWay,
  { ticketId, riderToken, exitMs }: { ticketId: string; riderToken: string; exitMs: number },
): ModeTicket {
  const { mode, from, to, occupants = USUAL_OCCUPANTS } = way;
  const via = stopsBetween(way);
  return {
    ticketId,
    riderToken,
    mode,
    entry: stopAt(mode, from, exitMs - minutesOf(way) * MINUTE_MS),
    exit: stopAt(mode, to, exitMs),
    distanceMetres: metresOf(way),
    ...(via.length > 0 ? { via } : {}),
    ...(mode === 'carpool' ? { occupants, carTripId: ticketId, detourMetres: DETOUR_METRES } : {}),
  };
}
