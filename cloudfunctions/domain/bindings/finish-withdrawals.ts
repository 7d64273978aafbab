import type { Job } from '../jobs';
import { ridersDueForUnbinding } from '../riders';
import { unbindWithdrawn } from './unbind-withdrawn';

const RIDERS_A_STEP = 20;

/** Unbinds the cards of riders whose withdrawal of consent was cut off half-way. The cursor is the last rider's id. */
export const finishWithdrawals: Job = {
  name: 'finish-withdrawals',
  everyMs: 5 * 60_000,
  async step(platform, { cursor, deadlineMs }) {
    const uids = await ridersDueForUnbinding(platform, { cursor, limit: RIDERS_A_STEP });
    let done = cursor;
    for (const uid of uids) {
      if (platform.nowMs() >= deadlineMs) return { cursor: done };
      await unbindWithdrawn(platform, uid);
      done = uid;
    }
    return { cursor: uids.length === RIDERS_A_STEP ? done : null };
  },
};
