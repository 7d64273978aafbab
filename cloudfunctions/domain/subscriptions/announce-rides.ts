import type { Platform } from '../../platform';
import { isMode, modeLabels } from '../factors';
import type { Trip } from '../rides';
import type { RideFacts } from './message-words';
import { queueMessage } from './queue-message';
import { consentIdOf, messageConsents } from './store';

const KEY = 'ride-credited';

function routeOf({ evidence }: Trip): string {
  const { mode = '', entry, exit } = evidence ?? {};
  if (entry && exit && 'station' in entry && 'station' in exit) return `${entry.station} → ${exit.station}`;
  return `${isMode(mode) ? modeLabels[mode] : '绿色'}出行`;
}

/** Of the rides of a rider that came together the latest is named, and the others counted. */
function factsOf(trips: readonly Trip[]): RideFacts {
  const latest = trips.reduce((left, right) => (right.fromMs > left.fromMs ? right : left));
  const { _id: tripId, creditedGrams: grams, fromMs } = latest;
  return { tripId, route: routeOf(latest), grams, fromMs, others: trips.length - 1 };
}

function byRider(trips: readonly Trip[]): Map<string, Trip[]> {
  const riders = new Map<string, Trip[]>();
  for (const trip of trips) {
    if (trip.uid === null || trip.creditedGrams === 0) continue;
    riders.set(trip.uid, [...(riders.get(trip.uid) ?? []), trip]);
  }
  return riders;
}

/** Those of them who have a consent left. One database call. */
async function findAllowing(platform: Platform, uids: readonly string[]): Promise<string[]> {
  const found = await platform.database.find(messageConsents, {
    where: { _id: { oneOf: uids.map(uid => consentIdOf(uid, KEY)) }, left: { above: 0 } },
    limit: uids.length,
    fields: ['uid'],
  });
  return found.map(({ uid }) => uid);
}

async function queueAll(
  platform: Platform,
  riders: ReadonlyMap<string, readonly Trip[]>,
  deadlineMs: number,
): Promise<void> {
  for (const uid of await findAllowing(platform, [...riders.keys()])) {
    if (platform.nowMs() >= deadlineMs) return;
    const facts = factsOf(riders.get(uid)!);
    await queueMessage(platform, { uid, key: KEY, subjectId: facts.tripId, facts });
  }
}

/**
 * Queues messages about rides that a delivery has just credited, for riders who have allowed them. The rides are in the
 * ledger by then: this never throws, and what does not fit the time is left out, since a ride is told at most once. No
 * database call without credited rides, one for a delivery, five for each rider who is told.
 */
export async function announceRides(
  platform: Platform,
  credited: readonly Trip[],
  deadlineMs: number,
): Promise<void> {
  const riders = byRider(credited);
  if (riders.size === 0 || platform.nowMs() >= deadlineMs) return;
  try {
    await queueAll(platform, riders, deadlineMs);
  } catch (error) {
    platform.log('messages.not-queued', { problem: String(error) });
  }
}
