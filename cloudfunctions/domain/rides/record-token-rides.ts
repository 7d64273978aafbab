import type { RideRejection } from '../../contract/partner';
import type { Transaction } from '../../platform';
import { daysTouched } from '../../platform/beijing-time';
import { type RiderToken, riderTokens } from '../bindings';
import { closeRiderBook, openRiderBook, type RiderBook } from '../rider-days';
import { type Crediting, creditTrip } from './credit-trip';
import { type Outcomes, outcomeOfKnown, type RideOutcome } from './ride-outcome';
import { type Trip, trips } from './store';
import { findSeat, takeSeat } from './take-seat';

/** A token with its rider. */
export type BoundToken = RiderToken & { uid: string };

/** A ride that is good by itself, as the trip it will be, and whether its reversal is here already. */
export interface JudgedRide {
  trip: Trip;
  reversalCame: boolean;
}

/** Waiting rides, and reversals that wait for their ride, are kept for as long as a ride may be late. */
export const WAIT_MS = 30 * 86_400_000;

export const isFromBeforeUnbinding = (token: RiderToken, trip: Trip): boolean =>
  token.lastUnboundAtMs !== null && trip.fromMs <= token.lastUnboundAtMs;

/** The reversal came first: the ride is kept as reversed, so that neither pays, whatever comes again. */
async function fulfilReversal(
  transaction: Transaction,
  trip: Trip,
  uid: string | null,
): Promise<RideOutcome> {
  const early = await transaction.get(trips, trip._id);
  // Another delivery has fulfilled it since the look, or it was purged: then the next delivery's look will tell.
  if (early?.state !== 'waiting-ride') {
    return outcomeOfKnown(early, trip.requestHash) ?? { outcome: 'deferred' };
  }
  const { _id: id, ...fields } = trip;
  await transaction.update(trips, id, {
    ...fields,
    uid,
    state: 'reversed',
    reason: early.reason,
    expiresAtMs: null,
  });
  return { outcome: 'accepted' };
}

/**
 * Another delivery may have been first since the look: then the ride does overlap, but with itself, and is to get the
 * answer of a repetition.
 */
async function rejectIfNew(transaction: Transaction, trip: Trip, code: RideRejection): Promise<RideOutcome> {
  const known = await transaction.get(trips, trip._id);
  return outcomeOfKnown(known, trip.requestHash) ?? { outcome: 'rejected', code };
}

async function keepWaiting(transaction: Transaction, trip: Trip, crediting: Crediting): Promise<RideOutcome> {
  const seat = await findSeat(transaction, trip);
  if (seat?.problem) return rejectIfNew(transaction, trip, seat.problem);
  await transaction.add(trips, { ...trip, state: 'waiting-binding', expiresAtMs: crediting.nowMs + WAIT_MS });
  await takeSeat(transaction, trip, seat, crediting.nowMs);
  return { outcome: 'pending' };
}

async function letWait(
  transaction: Transaction,
  token: RiderToken,
  rides: readonly JudgedRide[],
  crediting: Crediting,
): Promise<Outcomes> {
  const outcomes: Outcomes = new Map();
  for (const { trip, reversalCame } of rides) {
    if (isFromBeforeUnbinding(token, trip)) {
      outcomes.set(trip._id, await rejectIfNew(transaction, trip, 'BEFORE_UNBINDING'));
    } else if (reversalCame) outcomes.set(trip._id, await fulfilReversal(transaction, trip, null));
    else outcomes.set(trip._id, await keepWaiting(transaction, trip, crediting));
  }
  return outcomes;
}

async function creditOrReject(
  transaction: Transaction,
  book: RiderBook,
  trip: Trip,
  crediting: Crediting,
): Promise<RideOutcome> {
  const seat = await findSeat(transaction, trip);
  if (seat?.problem) return rejectIfNew(transaction, trip, seat.problem);
  const credited = await creditTrip(transaction, book, trip, crediting);
  if (!credited) return rejectIfNew(transaction, trip, 'OVERLAPS');
  await transaction.add(trips, credited);
  await takeSeat(transaction, trip, seat, crediting.nowMs);
  return { outcome: 'accepted', credited };
}

/**
 * Records rides of a token that was bound when they were received: start, get account, get and put each day, two calls
 * a ride, put account, commit. Whose rides they are was decided by that look: they were made before it, so a card that
 * is unbound in the meantime does not change whose they are. The token is therefore not part of the transaction.
 */
export async function recordRidesOfBound(
  transaction: Transaction,
  token: BoundToken,
  rides: readonly JudgedRide[],
  crediting: Crediting,
): Promise<Outcomes> {
  const outcomes: Outcomes = new Map();
  const days = new Set(rides.flatMap(({ trip }) => daysTouched(trip.fromMs, trip.toMs)));
  const book = await openRiderBook(transaction, token.uid, days);
  for (const { trip, reversalCame } of rides) {
    if (isFromBeforeUnbinding(token, trip)) {
      outcomes.set(trip._id, await rejectIfNew(transaction, trip, 'BEFORE_UNBINDING'));
      continue;
    }
    if (reversalCame) {
      outcomes.set(trip._id, await fulfilReversal(transaction, trip, token.uid));
      continue;
    }
    outcomes.set(trip._id, await creditOrReject(transaction, book, trip, crediting));
  }
  await closeRiderBook(transaction, book);
  return outcomes;
}

const isBound = (token: RiderToken): token is BoundToken => token.uid !== null;

/** Always later than before: an update that changes nothing would be no write, and order nothing. */
const nextWaitAtMs = (token: RiderToken, nowMs: number): number =>
  Math.max(nowMs, (token.lastWaitAtMs ?? 0) + 1);

/**
 * Records rides of a token that nobody had bound when they were received: start, get token, one call a ride, put
 * token, commit. The token is read and written here, so that binding it and letting rides wait follow each other and
 * no ride is left waiting for a binding that has come already.
 */
export async function recordRidesOfUnbound(
  transaction: Transaction,
  unseen: RiderToken,
  rides: readonly JudgedRide[],
  crediting: Crediting,
): Promise<Outcomes> {
  const found = await transaction.get(riderTokens, unseen._id);
  const token = found ?? unseen;
  if (isBound(token)) return recordRidesOfBound(transaction, token, rides, crediting);
  const outcomes = await letWait(transaction, token, rides, crediting);
  const waiting = token.waiting || [...outcomes.values()].some(({ outcome }) => outcome === 'pending');
  const lastWaitAtMs = nextWaitAtMs(token, crediting.nowMs);
  if (found) await transaction.update(riderTokens, token._id, { waiting, lastWaitAtMs });
  else await transaction.add(riderTokens, { ...token, waiting, lastWaitAtMs });
  return outcomes;
}
