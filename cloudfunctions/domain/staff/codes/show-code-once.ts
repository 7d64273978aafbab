import { Refusal } from '../../../contract/errors';
import type { Platform } from '../../../platform';
import { staffMembers } from '../store';
import { type BegunCode, showCode } from './begin-code';

/**
 * What the person puts into the authenticator, as long as it has not proved itself: a request that is repeated later does
 * not show again what is in force. `FORBIDDEN` then, and when another secret has taken its place. One call.
 */
export async function showCodeOnce(
  platform: Platform,
  begun: BegunCode,
): Promise<ReturnType<typeof showCode>> {
  const kept = (await platform.database.get(staffMembers, begun.staffId))?.oneTimeCode;
  if (kept?.secretBox !== begun.secretBox || kept.activatedAtMs !== null) throw new Refusal('FORBIDDEN');
  return showCode(platform, begun);
}
