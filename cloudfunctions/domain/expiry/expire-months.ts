import type { Platform } from '../../platform';
import type { Job } from '../jobs';
import { type ExpiredMonth, expireLots, findExpiredMonths } from '../ledger';
import { currentParameters } from '../parameters';
import { cursorOf, placeOf } from './place';

/** Each takes five database calls. */
const RIDERS_A_STEP = 20;

async function expire(platform: Platform, { accountId, month }: ExpiredMonth, version: number) {
  const facts = { parametersVersion: version, nowMs: platform.nowMs(), answer: () => null };
  try {
    await expireLots(platform, accountId, month, facts);
  } catch (error) {
    platform.log('expiry.expire-failed', { accountId, month, problem: String(error) });
  }
}

/** Books out the lots of months that have passed. The cursor is the last month and account looked at. */
export const expireMonths: Job = {
  name: 'expire-months',
  everyMs: 5 * 60_000,
  async step(platform, { cursor, deadlineMs }) {
    const found = await findExpiredMonths(platform, RIDERS_A_STEP, placeOf(cursor));
    if (found.length === 0) return { cursor: null };
    const { version } = await currentParameters(platform);
    for (const expired of found) {
      await expire(platform, expired, version);
      if (platform.nowMs() >= deadlineMs) return { cursor: cursorOf(expired) };
    }
    // Also when there were only a few: who has lots of several months is found again, further on.
    return { cursor: cursorOf(found.at(-1)!) };
  },
};
