import { Refusal } from '../../contract/errors';
import type { Platform } from '../../platform';
import { consentSinceMs } from './rules';
import { riders } from './store';

/** Refuses with `CONSENT_REQUIRED` a rider who has not agreed to the current privacy guideline. One database call. */
export async function requireConsent(platform: Platform, uid: string): Promise<void> {
  const rider = await platform.database.get(riders, uid);
  if (!rider || consentSinceMs(rider) === null) throw new Refusal('CONSENT_REQUIRED');
}
