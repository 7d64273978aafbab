import { type Rate, takePermit } from '../domain/rate-limits';
import type { Platform } from '../platform';
import type { Person } from './answer-client';

/** How often something may be done by one person, and from one address. */
export interface Rates {
  person: Rate;
  address: Rate;
}

/**
 * Counts one use of `scope` for the person and for the address at the same time, or refuses it with `RATE_LIMITED`.
 * Two database calls; one more for each window's first call. Without an address only the person counts.
 */
export async function takePermits(
  platform: Platform,
  { openid, address }: Person,
  scope: string,
  rates: Rates,
): Promise<void> {
  const permits = [
    { scope: `person:${scope}`, key: platform.keyedDigest('rate-person', openid), ...rates.person },
  ];
  if (address !== '') {
    const key = platform.keyedDigest('rate-address', address);
    permits.push({ scope: `address:${scope}`, key, ...rates.address });
  }
  await Promise.all(permits.map(permit => takePermit(platform, permit)));
}
