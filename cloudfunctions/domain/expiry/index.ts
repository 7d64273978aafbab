/**
 * What time does to credits, and what the jobs do about it. The ledger's rules hold without them: an expired lot and a
 * hold past its deadline are unusable from their instant, whether or not a job has been there.
 *
 * 1. A hold past its deadline is voided: the same lots come back.
 * 2. Lots of a month that has passed are booked out, one entry a rider and month.
 * 3. Riders are told 30 and 7 days before, each once a month of expiry; who could not be told in time at the first
 *    date is told at the second.
 * 4. Whoever cannot be helped in a run is passed by, is tried again in the next one, and holds up nobody.
 * 5. Every step is harmless when repeated and at two places at once: the ledger's keys and the notices' ids see to it.
 */
export { announceExpiry } from './announce-expiry';
export { expireMonths } from './expire-months';
export { lapseHolds } from './lapse-holds';
