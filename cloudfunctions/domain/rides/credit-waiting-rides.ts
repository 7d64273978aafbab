import type { RideRejection } from '../../contract/partner';
import type { Platform, Transaction } from '../../platform';
import { daysTouched } from '../../platform/beijing-time';
import { type RiderToken, riderTokens } from '../bindings';
import { currentParameters } from '../parameters';
import { type Crediting, creditTrip } from './credit-trip';
import { isFromBeforeUnbinding } from './record-token-rides';
import { closeRiderBook, openRiderBook } from './rider-book';
import { type Trip, trips } from './store';
import { transactAfresh } from './transact-afresh';

/** Waiting rides that one transaction settles: some two calls each, well within a transaction's 30 seconds. */
const RIDES_AT_ONCE = 50;

const findWaiting = (platform: Platform, tokenId: string): Promise<Trip[]> =>
  platform.database.find(trips, {
    where: { tokenId, state: 'waiting-binding' },
    orderBy: [['timeline', 'asc']],
    limit: RIDES_AT_ONCE,
  });

const refused = (trip: Trip, uid: string, reason: RideRejection): Trip => ({
  ...trip,
  state: 'refused',
  uid,
  reason,
  expiresAtMs: null,
});

/** A ride's age was judged when it was received; here only its wait may be over, or another rider have come between. */
function refusalOf(token: RiderToken, trip: Trip, nowMs: number): RideRejection | null {
  if (isFromBeforeUnbinding(token, trip)) return 'BEFORE_UNBINDING';
  return trip.expiresAtMs !== null && trip.expiresAtMs < nowMs ? 'TOO_OLD' : null;
}

async function settle(
  transaction: Transaction,
  token: RiderToken & { uid: string },
  waiting: readonly Trip[],
  crediting: Crediting,
): Promise<void> {
  const days = new Set(waiting.flatMap(trip => daysTouched(trip.fromMs, trip.toMs)));
  const book = await openRiderBook(transaction, token.uid, days);
  for (const { _id: id } of waiting) {
    const trip = await transaction.get(trips, id);
    // Settled, reversed or purged since the look.
    if (trip?.state !== 'waiting-binding') continue;
    const refusal = refusalOf(token, trip, crediting.nowMs);
    const credited = refusal ? null : await creditTrip(transaction, book, trip, crediting);
    const { _id, ...fields } = credited ?? refused(trip, token.uid, refusal ?? 'OVERLAPS');
    await transaction.update(trips, id, fields);
  }
  await closeRiderBook(transaction, book);
}

/**
 * Credits rides that waited for their token to be bound, up to `RIDES_AT_ONCE`. Answers true when none is left. The
 * token is read and written: it may have been unbound again, and then the rest goes on waiting.
 */
async function creditSome(platform: Platform, tokenId: string, crediting: Crediting): Promise<boolean> {
  const waiting = await findWaiting(platform, tokenId);
  return transactAfresh(platform, async transaction => {
    const token = await transaction.get(riderTokens, tokenId);
    if (!token || token.uid === null) return true;
    if (waiting.length > 0) await settle(transaction, { ...token, uid: token.uid }, waiting, crediting);
    const done = waiting.length < RIDES_AT_ONCE;
    // A bound token gets no new waiting rides, so fewer than asked for means that these were the last.
    await transaction.update(
      riderTokens,
      tokenId,
      done ? { waiting: false, creditDueAtMs: null } : { waiting: true },
    );
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
