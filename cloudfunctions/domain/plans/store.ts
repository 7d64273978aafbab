import type { PlaceKind, PlanPlace, PlanState } from '../../contract/plans';
import { collectionOf } from '../../platform';
import type { Point } from '../network';
import type { LocatedPlace } from './locate';

/** A trip that somebody means to make. It is forgotten after 90 days. */
export interface Plan {
  /** Random; the bonus's entry is named by it, so that no rider's id stands there. */
  _id: string;
  uid: string;
  city: string;
  /** `<madeAtMs, 15 digits>-<random>`: sorts like the time and is never equal, so that pages neither skip nor repeat. */
  position: string;
  state: PlanState;
  /** The Beijing day that it is for, and the Monday of its week. */
  day: string;
  week: string;
  mode: string;
  from: LocatedPlace;
  to: LocatedPlace;
  /** Where the trip has to begin and end: the stations of a metro trip, else the places themselves. */
  anchors: { from: Point; to: Point };
  distanceMetres: number;
  minutes: number;
  grams: number;
  madeAtMs: number;
  /** Trips that began before do not count. */
  earliestMs: number;
  /** Then the plan is missed. */
  latestLookMs: number;
  /** When the job looks at it next; null when nothing is to be done any more. */
  lookAtMs: number | null;
  endedAtMs: number | null;
  tripId: string | null;
  bonus: number;
  entryKey: string | null;
  expiresAtMs: number;
}

/**
 * One rider's plans of one week, in numbers. Whatever makes, ends or pays a plan reads and writes it, which keeps the
 * limits of a day and gives each trip to one plan under snapshot isolation.
 */
export interface PlanWeek {
  /** `<uid>:<monday>` */
  _id: string;
  uid: string;
  week: string;
  /** By Beijing day. */
  made: Record<string, number>;
  paid: Record<string, number>;
  fulfilled: number;
  missed: number;
  dropped: number;
  /** Those that have fulfilled a plan. */
  tripIds: string[];
  expiresAtMs: number;
}

/** A place that a rider has kept. Sensitive: it is agreed to by itself and forgotten at a tap. */
export interface Favourite {
  placeId: string;
  kind: PlaceKind;
  name: string;
  place: PlanPlace;
  agreedAtMs: number;
}

export interface FavouritePlaces {
  /** The rider's uid. */
  _id: string;
  places: Favourite[];
}

export const plans = collectionOf<Plan>('plans');
export const planWeeks = collectionOf<PlanWeek>('plan_weeks');
export const favouritePlaces = collectionOf<FavouritePlaces>('favourite_places');

export const planWeekId = (uid: string, week: string): string => `${uid}:${week}`;

/** What riders see of a plan. */
export const viewOf = ({ _id, state, day, mode, from, to, ...plan }: Plan) => ({
  planId: _id,
  state,
  day,
  mode,
  from: from.name,
  to: to.name,
  distanceMetres: plan.distanceMetres,
  minutes: plan.minutes,
  grams: plan.grams,
  madeAtMs: plan.madeAtMs,
  endedAtMs: plan.endedAtMs,
  tripId: plan.tripId,
  bonus: plan.bonus,
});

export type PlanView = ReturnType<typeof viewOf>;
