import type { Platform } from '../../platform';
import { identityIdOf, riderIdentities } from './store';

/** The uid of a WeChat identity that has signed in before, else null. One database call. */
export async function findRider(platform: Platform, openid: string): Promise<string | null> {
  return (await platform.database.get(riderIdentities, identityIdOf(openid)))?.uid ?? null;
}
