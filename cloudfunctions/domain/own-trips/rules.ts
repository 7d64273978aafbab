import type { OwnTripCaps } from '../parameters';
import type { OwnTripCap } from './store';

/** Nobody signed it, so it pays half of what it would have avoided, downwards. */
export const halfOf = (grams: number): number => Math.floor(grams / 2);

export interface OwnTripSums {
  /** Bonus of the day on which the trip began, by its source. */
  dayBonus: number;
  /** The same of its month, and how many trips it was paid for. */
  monthBonus: number;
  monthTrips: number;
}

export type OwnTripPayment =
  | { bonus: number; cappedBy: OwnTripCap | null }
  | { refused: 'DAY_CAP' | 'MONTH_CAP' | 'MONTH_TRIPS' };

/** The part of the bonus that lies below both caps is paid; a trip for which nothing is left is refused. */
export function capBonus(half: number, sums: OwnTripSums, caps: OwnTripCaps): OwnTripPayment {
  if (sums.monthTrips >= caps.monthTrips) return { refused: 'MONTH_TRIPS' };
  const dayRoom = caps.dayBonusCap - sums.dayBonus;
  const monthRoom = caps.monthBonusCap - sums.monthBonus;
  const [room, cappedBy] = dayRoom <= monthRoom ? [dayRoom, 'day' as const] : [monthRoom, 'month' as const];
  if (room >= half) return { bonus: half, cappedBy: null };
  if (room <= 0) return { refused: cappedBy === 'day' ? 'DAY_CAP' : 'MONTH_CAP' };
  return { bonus: room, cappedBy };
}
