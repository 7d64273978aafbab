import { type Rate, takePermit } from '../../domain/rate-limits';
import type { Platform } from '../../platform';

const MINUTE_MS = 60_000;

/**
 * How often each procedure may be called. A person at a phone stays far below these. One address can be a whole
 * university or a carrier's gateway, so its limits only stop a flood.
 */
const rates: Readonly<Record<'reading' | 'mutating', { person: Rate; address: Rate }>> = {
  reading: {
    person: { limit: 120, windowMs: MINUTE_MS },
    address: { limit: 3_000, windowMs: MINUTE_MS },
  },
  mutating: {
    person: { limit: 30, windowMs: MINUTE_MS },
    address: { limit: 1_000, windowMs: MINUTE_MS },
  },
};

/**
 * Counts a call of `procedure` for the person and for the address at the same time, or refuses it with `RATE_LIMITED`.
 * Two database calls; one more for each window's first call. Without an address only the person counts.
 */
export async function takePermits(
  platform: Platform,
  call: { procedure: string; mutating: boolean; openid: string; address: string },
): Promise<void> {
  const { person, address } = rates[call.mutating ? 'mutating' : 'reading'];
  const permits = [
    { scope: `person:${call.procedure}`, key: platform.keyedDigest('rate-person', call.openid), ...person },
  ];
  if (call.address !== '') {
    const key = platform.keyedDigest('rate-address', call.address);
    permits.push({ scope: `address:${call.procedure}`, key, ...address });
  }
  await Promise.all(permits.map(permit => takePermit(platform, permit)));
}
