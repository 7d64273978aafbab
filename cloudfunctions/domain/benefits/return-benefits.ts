import type { Platform } from '../../platform';
import { type Job, stepThroughDue } from '../jobs';
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

/** Brings back what partners have not confirmed in time, and lets documents follow the ledger where a process died. */
export const returnBenefits: Job = {
  name: 'return-benefits',
  everyMs: 5 * 60_000,
  step: (platform, step) =>
    stepThroughDue(platform, step, {
      collection: benefits,
      field: 'dueAtMs',
      limit: BENEFITS_A_STEP,
      look: benefit => end(platform, benefit),
    }),
};
