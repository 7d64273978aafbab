import type { RideRejection } from '../../contract/partner';
import { type Platform, type Transaction, transactAfresh } from '../../platform';
import { daysTouched } from '../../platform/beijing-time';
import { type RiderToken, riderTokens } from '../bindings';
import { currentParameters } from '../parameters';
import { closeRiderBook, openRiderBook } from '../rider-days';
import { type Crediting, creditTrip } from './credit-trip';
import { forgottenRide } from './forgotten-trip';
import { isFromBeforeUnbinding } from './record-token-rides';
import { type Trip, trips } from './store';
import { leaveSeat } from './take-seat';

/** Waiting rides that one transaction settles: three calls each, so that others wait for it for a second at most. */
const RIDES_AT_ONCE = 20;

const findWaiting = (platform: Platform, tokenId: string): Promise<Trip[]> =>
  platform.database.find(trips, {
    where: { tokenId, state: 'waiting-binding' },
    orderBy: [['timeline', 'asc']],
    limit: RIDES_AT_ONCE,
  });

/**
 * A ride from before the last unbinding is somebody else's: the rider of now is not to see where it went, and as it leads
 * to nobody, nobody could have it forgotten later.
 */
const refused = (trip: Trip, uid: string, reason: RideRejection): Trip => ({
  ...trip,
  ...(reason === 'BEFORE_UNBINDING' ? forgottenRide : { uid }),
  state: 'refused',
  reason,
  expiresAtMs: null,
});

type BoundToken = RiderToken & { uid: string; boundAtMs: number };

/**
 * A ride's age was judged when it was received; here only its wait may have been over when the card was bound, or
 * another rider have come between. How long crediting itself takes is not the rider's business.
 */
function refusalOf(token: BoundToken, trip: Trip): RideRejection | null {
  if (isFromBeforeUnbinding(token, trip)) return 'BEFORE_UNBINDING';
  return trip.expiresAtMs !== null && trip.expiresAtMs <= token.boundAtMs ? 'TOO_OLD' : null;
}

async function settle(
  transaction: Transaction,
  token: BoundToken,
  waiting: readonly Trip[],
  crediting: Crediting,
): Promise<void> {
  const days = new Set(waiting.flatMap(trip => daysTouched(trip.fromMs, trip.toMs)));
  const book = await openRiderBook(transaction, token.uid, days);
  for (const { _id: id } of waiting) {
    const trip = await transaction.get(trips, id);
    // Settled, reversed or purged since the look.
    if (trip?.state !== 'waiting-binding') continue;
    const refusal = refusalOf(token, trip);
    const credited = refusal ? null : await creditTrip(transaction, book, trip, crediting);
    const { _id, ...fields } = credited ?? refused(trip, token.uid, refusal ?? 'OVERLAPS');
    await transaction.update(trips, id, fields);
    if (!credited) await leaveSeat(transaction, trip);
  }
  await closeRiderBook(transaction, book);
}

/** Still bound by the binding that was seen, and nobody has credited since: what was found is all that may wait. */
const isAsSeen = (token: RiderToken | null, seen: RiderToken): token is BoundToken =>
  token !== null &&
  token.uid !== null &&
  token.boundAtMs !== null &&
  token.uid === seen.uid &&
  token.lastUnboundAtMs === seen.lastUnboundAtMs &&
  token.creditDueAtMs === seen.creditDueAtMs;

/**
 * Credits rides that waited for their token to be bound, up to `RIDES_AT_ONCE`. Answers true when nothing is due any
 * more. A bound token gets no new waiting rides, so fewer than asked for are the last, if the binding is still the one
 * of before the look; otherwise nothing is done, and a new look will tell.
 */
async function creditSome(platform: Platform, tokenId: string, crediting: Crediting): Promise<boolean> {
  const seen = await platform.database.get(riderTokens, tokenId);
  if (!seen || seen.creditDueAtMs === null) return true;
  const waiting = await findWaiting(platform, tokenId);
  const done = waiting.length < RIDES_AT_ONCE;
  // Later than before, so that it is a write in any case, and other tokens come first at the job's next run.
  const later = Math.max(crediting.nowMs, seen.creditDueAtMs + 1);
  return transactAfresh(platform, async transaction => {
    const token = await transaction.get(riderTokens, tokenId);
    if (!isAsSeen(token, seen)) return false;
    if (waiting.length > 0) await settle(transaction, token, waiting, crediting);
    const patch = done ? { waiting: false, creditDueAtMs: null } : { creditDueAtMs: later };
    await transaction.update(riderTokens, tokenId, patch);
    return done;
  });
}

/**
 * Credits the rides that have waited for this token. Stops at the deadline; the token stays due and the job goes on.
 * Harmless when run twice or at once.
 */
export async function creditWaitingRides(
  platform: Platform,
  tokenId: string,
  deadlineMs: number,
): Promise<boolean> {
  const parameters = await currentParameters(platform);
  while (platform.nowMs() < deadlineMs) {
    if (await creditSome(platform, tokenId, { platform, parameters, nowMs: platform.nowMs() })) return true;
  }
  return false;
}
