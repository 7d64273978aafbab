/**
 * Own trips: trips that a rider tells of and that no partner has signed.
 *
 * 1. Only what a partner signs is carbon. An own trip pays bonus: half of what a signed ride would have avoided, downwards.
 * 2. A source judges by its own rules and then hands the trip over once, to be paid or refused; what is still open stays
 *    with the source. Sources never post by themselves.
 * 3. Trip, entry, days and month are written in one transaction; the trip's id is the entry's key, so it pays once.
 * 4. No two trips of a rider overlap, whatever their sources: the first that was paid counts, but a signed ride always
 *    replaces an own trip, unless its rider has declared that it is claimed elsewhere.
 * 5. Caps follow the time of the trip's beginning: bonus of a day, bonus and trips of a month, each by source.
 * 6. Every refusal is kept with its reasons in words, so that the rider sees why and what to do.
 * 7. Places and points stay in `own_trips`; the ledger gets a salted commitment.
 */
export { isOwnTripId, ownTripBackWithin, ownTripElsewhereWithin } from './elsewhere';
export { listOwnTrips, type OwnTripsPage } from './list-own-trips';
export { methodologyOf } from './methodology';
export { type OwnTripPayment, payOwnTripWithin } from './pay-own-trip';
export { type OwnTripPaying, openOwnTrips } from './paying';
export { personalParts } from './personal-parts';
export { readOwnTrip } from './read-own-trip';
export { type PaidOwnTrip, paymentKeysOf, readPaidOwnTrips } from './read-paid-own-trips';
export { type OwnTripRefusal, ownTripRefusals, reasonOf } from './reasons';
export { type OwnTripRefusing, refuseOwnTripWithin } from './refuse-own-trip';
export { areReplaceable, backForRide, type ReplacedTrip, replaceByRide } from './replace-by-ride';
export { restoreOwnTrips } from './restore-own-trips';
export { reverseOwnTripWithin } from './reverse-own-trip';
export { halfOf } from './rules';
export {
  hasBonus,
  isOwnTripSource,
  type JudgedOwnTrip,
  type OwnTrip,
  type OwnTripReason,
  type OwnTripSource,
  type OwnTripState,
  ownTripId,
  ownTripSources,
} from './store';
export { type OwnSourceSum, sumOwnMonth } from './sum-own-month';
