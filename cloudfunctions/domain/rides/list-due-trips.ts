import type { Platform } from '../../platform';
import { riderTokens } from '../bindings';
import { isFromBeforeUnbinding } from './record-token-rides';
import { type Trip, trips } from './store';

/** Cards of a rider that are looked at, and waiting rides that are shown. */
const MOST_CARDS = 100;
const MOST_TRIPS = 50;

/**
 * Rides of the rider's cards that are about to be credited, latest first: they have no rider yet, and so stand in no
 * list of his. One database call, two while some are due.
 */
export async function listDueTrips(platform: Platform, uid: string): Promise<Trip[]> {
  const cards = await platform.database.find(riderTokens, {
    where: { uid },
    orderBy: [['boundAtMs', 'desc']],
    limit: MOST_CARDS,
  });
  const due = cards.filter(({ creditDueAtMs }) => creditDueAtMs !== null);
  if (due.length === 0) return [];
  const waiting = await platform.database.find(trips, {
    where: { tokenId: { oneOf: due.map(({ _id }) => _id) }, state: 'waiting-binding' },
    limit: MOST_TRIPS,
  });
  const cardOf = new Map(due.map(card => [card._id, card]));
  return waiting
    .filter(trip => !isFromBeforeUnbinding(cardOf.get(trip.tokenId ?? '')!, trip))
    .sort((left, right) => right.fromMs - left.fromMs);
}
