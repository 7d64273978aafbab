import { type PersonalPart, removeAll } from '../personal-parts';
import { listNotices } from './list-notices';
import { notices } from './store';

const NOTICES_A_PAGE = 500;

const inbox: PersonalPart = {
  kind: 'notices',
  collections: ['notices'],
  count: (platform, uid) => platform.database.count(notices, { uid }),
  async page(platform, uid, cursor) {
    const found = await listNotices(platform, { uid, cursor, limit: NOTICES_A_PAGE });
    return {
      rows: found.notices.map(({ atMs, template, parameters, read }) => ({
        atMs,
        template,
        parameters,
        read,
      })),
      nextCursor: found.nextCursor,
    };
  },
  forget: (platform, uid, deadlineMs) => removeAll(platform, notices, { uid }, deadlineMs),
};

export const personalParts: readonly PersonalPart[] = [inbox];
