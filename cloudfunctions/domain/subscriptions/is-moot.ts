import type { Platform } from '../../platform';
import { consentSinceMs } from '../riders';
import { readTrip } from '../rides';
import type { QueuedMessage } from './store';

/**
 * Whether a message is not to be sent any more: its rider has taken the agreement to the guideline back, or the ride that
 * it calls credited is so no longer. Two database calls, one for a message about something else.
 */
export async function isMoot(
  platform: Platform,
  { uid, facts }: Pick<QueuedMessage, 'uid' | 'facts'>,
): Promise<boolean> {
  if ((await consentSinceMs(platform.database, uid)) === null) return true;
  if (facts === null || !('tripId' in facts)) return false;
  const trip = await readTrip(platform, uid, facts.tripId);
  return trip !== null && trip.state !== 'credited';
}
