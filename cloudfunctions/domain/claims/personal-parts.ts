import { type PersonalPart, removeAll } from '../personal-parts';
import { listClaims } from './list-claims';
import { type Claim, claims } from './store';

const CLAIMS_A_PAGE = 500;

const declared: PersonalPart<Claim> = {
  kind: 'scheme-claims',
  collections: ['scheme_claims'],
  count: (platform, uid) => platform.database.count(claims, { uid }),
  async page(platform, uid, cursor) {
    const page = await listClaims(platform, uid, { cursor, limit: CLAIMS_A_PAGE });
    return { rows: page.claims, nextCursor: page.nextCursor };
  },
  forget: (platform, uid, deadlineMs) => removeAll(platform, claims, { uid }, deadlineMs),
};

export const personalParts: readonly PersonalPart[] = [declared];
