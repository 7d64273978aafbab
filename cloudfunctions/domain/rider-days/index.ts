/**
 * The Beijing days of a rider: what every way of paying a trip looks at, and writes, before it pays.
 *
 * 1. A trip's time stands in every day document that it touches, written by the paying transaction, whatever its source:
 *    no two trips of a rider overlap, in whatever order and however late they come.
 * 2. What a trip was credited or paid counts in the day of its beginning, by source; carbon and bonus apart.
 * 3. What pays a trip or takes one back opens the rider's book and changes its days: two such decisions about one rider
 *    never pass each other.
 */
export { forgetRiderDays } from './forget-rider-days';
export {
  closeRiderBook,
  enterTrip,
  openMoreDays,
  openRiderBook,
  type RiderBook,
  strikeTrip,
  tripsAt,
} from './rider-book';
export { type CappedGrams, type Caps, capGrams, findOverlap, overlaps, type Span } from './rules';
export { type DayTrip, type RiderDay, riderDayId, riderDays } from './store';
