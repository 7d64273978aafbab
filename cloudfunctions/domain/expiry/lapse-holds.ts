import { Refusal } from '../../contract/errors';
import type { Platform } from '../../platform';
import type { Job } from '../jobs';
import { findLapsedHolds, type LapsedHolds, lapseHold } from '../ledger';
import { currentParameters } from '../parameters';

/** Each has twenty holds at most, of five database calls each; few have more than one. */
const RIDERS_A_STEP = 20;

async function lapse(platform: Platform, { accountId, holdKeys }: LapsedHolds, version: number) {
  for (const key of holdKeys) {
    const facts = { parametersVersion: version, nowMs: platform.nowMs(), answer: () => null };
    try {
      await lapseHold(platform, accountId, key, facts);
    } catch (error) {
      // It has been posted since it was found: by somebody whose clock is behind.
      if (error instanceof Refusal && error.code === 'HOLD_CLOSED') continue;
      platform.log('expiry.lapse-failed', { key, problem: String(error) });
    }
  }
}

/** Voids holds past their deadline. The cursor is the deadline of the last rider looked at. */
export const lapseHolds: Job = {
  name: 'lapse-holds',
  everyMs: 5 * 60_000,
  async step(platform, { cursor, deadlineMs }) {
    const found = await findLapsedHolds(platform, RIDERS_A_STEP, Number(cursor ?? 0));
    if (found.length === 0) return { cursor: null };
    const { version } = await currentParameters(platform);
    for (const lapsed of found) {
      await lapse(platform, lapsed, version);
      if (platform.nowMs() >= deadlineMs) return { cursor: String(lapsed.deadlineMs) };
    }
    return { cursor: found.length === RIDERS_A_STEP ? String(found.at(-1)!.deadlineMs) : null };
  },
};
