import { type PersonalPart, removeAll } from '../personal-parts';
import { listDonations } from './list-donations';
import { donations } from './store';

const DONATIONS_A_PAGE = 500;

/** A donation that is still a hold is void when the account is closed; the ledger keeps what was given, by the uid only. */
const given: PersonalPart = {
  kind: 'donations',
  collections: ['donations'],
  count: (platform, uid) => platform.database.count(donations, { uid }),
  async page(platform, uid, cursor) {
    const page = await listDonations(platform, { uid, cursor, limit: DONATIONS_A_PAGE });
    return { rows: page.donations, nextCursor: page.nextCursor };
  },
  forget: (platform, uid, deadlineMs) => removeAll(platform, donations, { uid }, deadlineMs),
};

export const personalParts: readonly PersonalPart[] = [given];
