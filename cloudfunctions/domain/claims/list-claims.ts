import type { Platform } from '../../platform';
import { type Claim, claims } from './store';

export interface ClaimsPage {
  claims: Claim[];
  nextCursor: string | null;
}

/** A page of a rider's declarations, latest first. One database call. */
export async function listClaims(
  platform: Platform,
  uid: string,
  { cursor, limit }: { cursor: string | null; limit: number },
): Promise<ClaimsPage> {
  const found = await platform.database.find(claims, {
    where: { uid, ...(cursor !== null && { position: { below: cursor } }) },
    orderBy: [['position', 'desc']],
    limit: limit + 1,
  });
  const shown = found.slice(0, limit);
  return { claims: shown, nextCursor: found.length > limit ? shown.at(-1)!.position : null };
}
