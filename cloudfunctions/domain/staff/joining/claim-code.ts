import { sha256Hex } from '../../../../miniprogram/proof';
import { isDigest, type Platform } from '../../../platform';
import { holdersOf } from '../rules';
import type { StaffTeam } from '../store';

/** The variable's text while nobody may claim. */
export const NOBODY_MAY_CLAIM = 'none';
const HASH = /^[0-9a-f]{64}$/;

/** SHA-256 in hex of a claim code; case, spaces and hyphens do not count, because people copy it by hand. */
export const claimHashOf = (code: string): string => sha256Hex(code.toUpperCase().replace(/[\s-]/g, ''));

/** The hash that the environment has set, or null when nobody may claim. */
function claimHash(platform: Pick<Platform, 'variable'>): string | null {
  const hash = platform.variable('FIRST_ADMIN_CODE_HASH').trim().toLowerCase();
  if (hash === NOBODY_MAY_CLAIM) return null;
  if (!HASH.test(hash)) throw new Error('FIRST_ADMIN_CODE_HASH is neither `none` nor a SHA-256 in hex.');
  return hash;
}

/**
 * The hash by which somebody may make himself the administrator: while nobody can open accounts, at the very beginning
 * or when every administrator is gone. A code lets one person in; after that it takes a new one in the environment.
 */
export function openClaim(platform: Pick<Platform, 'variable'>, team: StaffTeam): string | null {
  const hash = claimHash(platform);
  if (hash === null || team.usedClaimHashes.includes(hash)) return null;
  return holdersOf(team, 'staff.open').length === 0 ? hash : null;
}

/** In constant time, so that a code cannot be found character by character. */
export const isClaimCode = (code: string, hash: string): boolean =>
  isDigest(Buffer.from(claimHashOf(code), 'hex'), hash);
