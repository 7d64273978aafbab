import { Refusal } from '../../contract/errors';
import { type Platform, type Transaction, transactAfresh } from '../../platform';
import { daysTouched } from '../../platform/beijing-time';
import { endClaimWithin } from '../claims';
import { addNotice } from '../inbox';
import { closeAccount, type Entry, type OpenAccount, openAccount, postReversal, readEntry } from '../ledger';
import { restoreOwnTrips } from '../own-trips';
import { currentParameters } from '../parameters';
import { closeRiderBook, openRiderBook, strikeTrip } from '../rider-days';
import { ticketDigestOf, timelineOf, tripIdOf } from './identify-ride';
import { WAIT_MS } from './record-token-rides';
import { type Trip, trips } from './store';
import { leaveSeat } from './take-seat';

/** In a trip's `reason`: no partner took it back. */
export const REVERSED_BY_STAFF = '碳点点核查后撤销';

export interface ReverseRide {
  partnerId: string;
  ticketId: string;
  /** The partner's words; kept with the trip. */
  reason: string;
}

/** `waiting`: the ride has not come yet; it will be taken as reversed. */
export interface ReversalAnswer {
  reversed: boolean;
  waiting: boolean;
  duplicate: boolean;
}

const earlyReversal = (tripId: string, request: ReverseRide, nowMs: number): Trip => ({
  _id: tripId,
  state: 'waiting-ride',
  partnerId: request.partnerId,
  requestHash: null,
  tokenId: null,
  uid: null,
  ticketDigest: ticketDigestOf(request.ticketId),
  source: 'partner',
  fromMs: 0,
  toMs: 0,
  day: '',
  origin: null,
  salt: null,
  evidence: null,
  creditedGrams: 0,
  cappedBy: null,
  entryKey: null,
  isFirst: false,
  reason: request.reason,
  receivedAtMs: nowMs,
  timeline: timelineOf(0, tripId),
  expiresAtMs: nowMs + WAIT_MS,
});

interface Reversing {
  platform: Platform;
  nowMs: number;
  parametersVersion: number;
  reason: string;
}

/** The entry that takes a trip's credit back; the credit's key is the trip's id. */
const postTakingBack = (
  transaction: Transaction,
  open: OpenAccount,
  original: Entry,
  { platform, nowMs, parametersVersion }: Reversing,
): Promise<Entry> =>
  postReversal(transaction, open, original, {
    requestHash: platform.keyedDigest('reversal', original._id),
    reason: 'trip-reversed',
    parametersVersion,
    nowMs,
    answer: ({ balanceAfter }) => ({ reversed: true, debt: balanceAfter.carbon.debt }),
  });

/**
 * Takes the credit back, frees the trip's time and its room under the caps, pays the own trips again whose place it had
 * taken, and tells the rider. What is claimed elsewhere has no credit any more; the claim ends.
 */
async function takeBack(
  transaction: Transaction,
  trip: Trip & { uid: string },
  original: Entry | null,
  reversing: Reversing,
): Promise<void> {
  const isElsewhere = trip.state === 'elsewhere';
  const grams = isElsewhere ? 0 : trip.creditedGrams;
  const days = daysTouched(trip.fromMs, trip.toMs);
  const book = await openRiderBook(transaction, trip.uid, new Set(days));
  if (original) await postTakingBack(transaction, book.open, original, reversing);
  strikeTrip(book, days, { tripId: trip._id, source: trip.source }, grams);
  const ownTripIds = (trip.replacedTrips ?? []).map(({ ownTripId }) => ownTripId);
  await restoreOwnTrips(transaction, book, ownTripIds, reversing);
  await closeRiderBook(transaction, book);
  if (isElsewhere) await endClaimWithin(transaction, trip._id);
  await addNotice(transaction, reversing.platform, {
    uid: trip.uid,
    template: 'trip-reversed',
    parameters: {
      tripId: trip._id,
      grams,
      ...(isElsewhere && { was: 'elsewhere' }),
      ...(reversing.reason === REVERSED_BY_STAFF && { by: 'staff' }),
    },
  });
}

/**
 * The rider of an account that is closed has been forgotten, but the entry knows the account: its carbon has left, so it
 * owes the grams, and what was never avoided is not counted as avoided.
 */
async function takeBackForgotten(
  transaction: Transaction,
  original: Entry,
  reversing: Reversing,
): Promise<void> {
  const open = await openAccount(transaction, original.account);
  await postTakingBack(transaction, open, original, reversing);
  await closeAccount(transaction, open);
}

async function takeBackCredited(transaction: Transaction, trip: Trip, reversing: Reversing): Promise<void> {
  const original = trip.entryKey ? await readEntry(reversing.platform, trip.entryKey) : null;
  if (trip.entryKey && !original) throw new Refusal('INTERNAL');
  const { uid } = trip;
  if (uid !== null) await takeBack(transaction, { ...trip, uid }, original, reversing);
  else if (original) await takeBackForgotten(transaction, original, reversing);
}

async function strike(transaction: Transaction, trip: Trip, reversing: Reversing): Promise<void> {
  if (trip.state === 'credited') await takeBackCredited(transaction, trip, reversing);
  // Of a rider who has been forgotten nothing is left to be struck: days and declarations went with him.
  if (trip.state === 'elsewhere' && trip.uid !== null)
    await takeBack(transaction, { ...trip, uid: trip.uid }, null, reversing);
  // The partner's words may name somebody who has been forgotten.
  await leaveSeat(transaction, trip);
  const isForgotten = trip.state !== 'waiting-binding' && trip.evidence === null;
  const reason = isForgotten ? null : reversing.reason;
  await transaction.update(trips, trip._id, { state: 'reversed', reason, expiresAtMs: null });
}

/**
 * Takes a credited ride back in a transaction of somebody else's, as staff have agreed; whatever the partner says of it
 * later finds it reversed. Errors: `OVERTAKEN` for one that is not credited (any more).
 */
export async function reverseTripWithin(
  transaction: Transaction,
  platform: Platform,
  tripId: string,
  { nowMs, parametersVersion }: Pick<Reversing, 'nowMs' | 'parametersVersion'>,
): Promise<void> {
  const trip = await transaction.get(trips, tripId);
  if (trip?.state !== 'credited') throw new Refusal('OVERTAKEN', { reason: '这次出行已不是入账状态' });
  await strike(transaction, trip, { platform, nowMs, parametersVersion, reason: REVERSED_BY_STAFF });
}

async function reverse(
  transaction: Transaction,
  tripId: string,
  request: ReverseRide,
  reversing: Reversing,
): Promise<ReversalAnswer> {
  const trip = await transaction.get(trips, tripId);
  if (!trip) {
    await transaction.add(trips, earlyReversal(tripId, request, reversing.nowMs));
    return { reversed: false, waiting: true, duplicate: false };
  }
  if (trip.state === 'waiting-ride') return { reversed: false, waiting: true, duplicate: true };
  if (trip.state === 'reversed') return { reversed: true, waiting: false, duplicate: true };
  await strike(transaction, trip, reversing);
  return { reversed: true, waiting: false, duplicate: false };
}

/**
 * Takes a ride back, exactly once: the trip's document tells what has happened, whatever came first. The entry is
 * read outside of the transaction: it never changes. Errors: `TRY_AGAIN` by the function when it is fought over.
 */
export async function reverseRide(platform: Platform, request: ReverseRide): Promise<ReversalAnswer> {
  const { version } = await currentParameters(platform);
  const { reason } = request;
  const reversing: Reversing = { platform, nowMs: platform.nowMs(), parametersVersion: version, reason };
  const tripId = tripIdOf(platform, request.partnerId, request.ticketId);
  return transactAfresh(platform, transaction => reverse(transaction, tripId, request, reversing));
}
