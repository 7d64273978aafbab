import type { Platform } from '../../../platform';
import { DAY_MS } from '../../../platform/beijing-time';
import { randomSecret, seal } from '../secrets';
import type { NewSecret } from '../store';

/** Who does not fetch it within a week asks again. */
const COLLECT_WITHIN_MS = 7 * DAY_MS;

/** A secret that waits for its requester. Nobody has seen it: it is closed as soon as it is made. */
export const newSecretFor = (
  platform: Platform,
  partnerId: string,
  { requesterId, nowMs }: { requesterId: string; nowMs: number },
): NewSecret => ({
  ...seal(platform, partnerId, randomSecret(platform)),
  madeAtMs: nowMs,
  collectByMs: nowMs + COLLECT_WITHIN_MS,
  requesterId,
});
