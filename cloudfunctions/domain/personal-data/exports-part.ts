import type { PersonalPart } from '../personal-parts';
import { forgetUses } from '../rate-limits';
import { endExport } from './end-export';
import { exportPermit } from './request-export';
import { personalExports } from './store';

const EXPORTS_AT_ONCE = 100;

/** Three a day, each kept for a day: a rider never has many. */
export const exportsPart: PersonalPart = {
  kind: 'exports',
  collections: ['personal_exports'],
  count: (platform, uid) => platform.database.count(personalExports, { uid }),
  async forget(platform, uid, deadlineMs) {
    await forgetUses(platform, exportPermit(uid));
    const found = await platform.database.find(personalExports, {
      where: { uid },
      limit: EXPORTS_AT_ONCE,
      fields: ['_id'],
    });
    for (const { _id } of found) {
      if (platform.nowMs() >= deadlineMs || !(await endExport(platform, _id))) return false;
    }
    return true;
  },
};
