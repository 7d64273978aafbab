import type { Scheme } from '../../contract/schemes';
import { collectionOf } from '../../platform';

/** One trip that its rider claims in another scheme. There is one document a trip, however often that changes. */
export interface Claim {
  /** `claim:<tripId>` */
  _id: string;
  uid: string;
  tripId: string;
  isSigned: boolean;
  scheme: Scheme;
  /** `reversed`: its partner has taken the ride back, so that there is nothing to claim anywhere. */
  state: 'claimed' | 'revoked' | 'reversed';
  mode: string;
  fromMs: number;
  /** What was given back with the latest declaration, or for rides that were taken back since: revoking pays it again. */
  grams: number;
  bonus: number;
  declaredAtMs: number;
  revokedAtMs: number | null;
  /** `<declaredAtMs, 15 digits>-<tripId>`: one unique scalar to page by. */
  position: string;
}

export const claims = collectionOf<Claim>('scheme_claims');
export const claimId = (tripId: string): string => `claim:${tripId}`;
