/**
 * Rides: what a partner has signed becomes trips, and trips become credits.
 *
 * 1. A ticket is one trip document, made by whatever comes first: ride, repetition or reversal. It pays at most once.
 * 2. All rides of a token in a batch are one transaction. Whose they are is decided when they are received: they lie in
 *    the past, so no later unbinding changes it. Rides that have to wait read and write the token's document.
 * 3. A trip's time stands in every Beijing day document it touches, written by the paying transaction: no two trips
 *    of a rider overlap and no sum exceeds its cap, in whatever order and however late rides arrive.
 * 4. Day, vintage, factor and caps follow the time of entry; a ride's age is judged when it is received.
 * 5. The grams are those of `proof/`: the smaller of the partner's distance and the shortest path, times the factor.
 * 6. Rides of an unbound token wait 30 days, reversals without a ride as long; both are settled when the other comes.
 * 7. A ride from before the token's last unbinding belongs to somebody else and is never credited.
 * 8. Tickets, places and travel times stay in `trips`; the ledger gets a salted commitment.
 * 9. Of a forgotten rider's trip stays that the ticket was taken, with its grams and day; a reversal still takes it back.
 */
export { checkRides } from './check-rides';
export { creditDueTokens } from './credit-due-tokens';
export { creditWaitingRides } from './credit-waiting-rides';
export { rideBackWithin, rideElsewhereWithin } from './elsewhere';
export { explainPayment } from './explain-payment';
export { explainTrip, type TripExplanation } from './explain-trip';
export type { RidesPartner } from './judging';
export { listDayTrips } from './list-day-trips';
export { listDueTrips } from './list-due-trips';
export { listTrips, type TripsPage } from './list-trips';
export { listTripsAfter } from './list-trips-after';
export { listTripsBetween } from './list-trips-between';
export { methodologyOf } from './methodology';
export { nameTrips, type TripName } from './name-trips';
export { personalParts } from './personal-parts';
export { placeOf } from './place-of';
export { isPlausibleSpeed } from './plausible-speed';
export { purges } from './purges';
export { readFirstTripDay } from './read-first-trip-day';
export { readTrip } from './read-trip';
export { readTripGrams, type TripGrams } from './read-trip-grams';
export { RECONCILED_AT_ONCE, type ReconciledDay, reconcileDay, ticketsHashOf } from './reconcile-day';
export { type RecordedRides, type RecordRides, recordAndTell, recordRides } from './record-rides';
export { type ReversalAnswer, type ReverseRide, reverseRide, reverseTripWithin } from './reverse-ride';
export type { Evidence, Place, Trip, TripState } from './store';
export { type DayGrams, sumAllDays } from './sum-all-days';
export { type RidesSummary, sumMonths, summariseRides, type TripSum } from './sum-days';
export { type RidesMonth, sumRidesMonth } from './sum-rides-month';
export { type RidesYear, sumRidesYear } from './sum-year';
export { legsOf } from './trip-legs';
