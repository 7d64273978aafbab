import type { Ride } from '../city/ride';
import type { Step } from './step';

/** Signing in, agreeing, drawing a code and binding, in the unit of `ridesWork`. */
export const JOIN_WORK = 3;

/** What a portion costs: the product does a rider's rides in one transaction, and that is what takes the time. */
export const ridesWork = (rides: readonly Ride[]): number => new Set(rides.map(({ openid }) => openid)).size;

/** How much there is to do in a step, for a progress that moves evenly; reversals, gifts and departures are few. */
export const workOf = ({ joins, rides }: Pick<Step, 'joins' | 'rides'>): number =>
  joins.length * JOIN_WORK + ridesWork(rides);
