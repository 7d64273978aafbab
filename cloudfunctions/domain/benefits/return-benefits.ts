import type { Platform } from '../../platform';
import type { Job } from '../jobs';
import { endBenefit } from './end-benefit';
import { type Benefit, benefits } from './store';

/** Each takes about ten database calls. */
const BENEFITS_A_STEP = 10;

/** What cannot be ended stays due for the next run and holds up no other. */
async function end(platform: Platform, benefit: Benefit): Promise<void> {
  try {
    await endBenefit(platform, benefit, { ending: 'lapse', note: null });
  } catch (error) {
    platform.log('benefits.return-failed', { benefit: benefit._id, problem: String(error) });
  }
}

/**
 * Brings back what partners have not confirmed in time, and lets documents follow the ledger where a process died. The
 * cursor is the time since which the last benefit looked at was due; of several due at the very same time some may be
 * left for the next run.
 */
export const returnBenefits: Job = {
  name: 'return-benefits',
  everyMs: 5 * 60_000,
  async step(platform, { cursor, deadlineMs }) {
    const found = await platform.database.find(benefits, {
      where: { dueAtMs: { above: Number(cursor ?? 0), upTo: platform.nowMs() } },
      orderBy: [
        ['dueAtMs', 'asc'],
        ['_id', 'asc'],
      ],
      limit: BENEFITS_A_STEP,
    });
    for (const benefit of found) {
      await end(platform, benefit);
      if (platform.nowMs() >= deadlineMs) return { cursor: String(benefit.dueAtMs) };
    }
    return { cursor: found.length === BENEFITS_A_STEP ? String(found.at(-1)!.dueAtMs) : null };
  },
};
