import { type PersonalPart, removeAll } from '../personal-parts';
import { listBenefits } from './list-benefits';
import { benefits } from './store';

const BENEFITS_A_PAGE = 500;

/** One that is still a hold is void when the account is closed; the ledger keeps what was given, by the uid only. */
const ordered: PersonalPart = {
  kind: 'benefits',
  collections: ['benefits'],
  count: (platform, uid) => platform.database.count(benefits, { uid }),
  async page(platform, uid, cursor) {
    const page = await listBenefits(platform, { uid, cursor, limit: BENEFITS_A_PAGE });
    return { rows: page.benefits, nextCursor: page.nextCursor };
  },
  forget: (platform, uid, deadlineMs) => removeAll(platform, benefits, { uid }, deadlineMs),
};

export const personalParts: readonly PersonalPart[] = [ordered];
