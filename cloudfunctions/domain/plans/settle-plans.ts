import type { Platform } from '../../platform';
import { type Job, stepThroughDue } from '../jobs';
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

/** Looks for the trips of plans. */
export const settlePlans: Job = {
  name: 'settle-plans',
  everyMs: 5 * 60_000,
  step: (platform, step) =>
    stepThroughDue(platform, step, {
      collection: plans,
      field: 'lookAtMs',
      limit: PLANS_A_STEP,
      look: plan => look(platform, plan),
    }),
};
