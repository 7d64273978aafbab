import type { Platform } from '../../platform';
import type { Job } from '../jobs';
import { postpone, settlePlan } from './settle-plan';
import { type Plan, plans } from './store';
import { thinkAgain } from './think-again';

/** Most take two database calls, those that are fulfilled about a dozen. */
const PLANS_A_STEP = 20;

/** What cannot be settled is looked at again later and holds up no other. */
async function look(platform: Platform, plan: Plan): Promise<void> {
  try {
    if (plan.state === 'fulfilled') await thinkAgain(platform, plan);
    else await settlePlan(platform, plan);
  } catch (error) {
    platform.log('plans.settle-failed', { plan: plan._id, problem: String(error) });
    await postpone(platform, plan);
  }
}

/**
 * Looks for the trips of plans. The cursor is the time for which the last plan looked at was due; of several due at the
 * very same time some may be left for the next run.
 */
export const settlePlans: Job = {
  name: 'settle-plans',
  everyMs: 5 * 60_000,
  async step(platform, { cursor, deadlineMs }) {
    const found = await platform.database.find(plans, {
      where: { lookAtMs: { above: Number(cursor ?? 0), upTo: platform.nowMs() } },
      orderBy: [
        ['lookAtMs', 'asc'],
        ['_id', 'asc'],
      ],
      limit: PLANS_A_STEP,
    });
    for (const plan of found) {
      await look(platform, plan);
      if (platform.nowMs() >= deadlineMs) return { cursor: String(plan.lookAtMs) };
    }
    return { cursor: found.length === PLANS_A_STEP ? String(found.at(-1)!.lookAtMs) : null };
  },
};
