import type { Platform } from '../../platform';
import { riderIdentities } from './store';

const PREFIX = 'wx:';

/**
 * The WeChat identity of a rider, for WeChat's own interfaces that ask whose something is, and for nothing else: it is
 * neither stored nor shown. Null once the account is closed. One database call.
 */
export async function openidOf(platform: Platform, uid: string): Promise<string | null> {
  const [identity] = await platform.database.find(riderIdentities, { where: { uid }, limit: 1 });
  return identity ? identity._id.slice(PREFIX.length) : null;
}
