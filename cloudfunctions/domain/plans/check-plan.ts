import { Refusal } from '../../contract/errors';
import type { Platform } from '../../platform';
import { settlePlan } from './settle-plan';
import { type PlanView, plans, viewOf } from './store';

/**
 * Looks for a plan's trip at once, because its rider asks; what has ended stays as it is. Harmless to repeat. As many
 * database calls as `settlePlan`, and one. Error: `NOT_FOUND`.
 */
export async function checkPlan(
  platform: Platform,
  { uid, planId }: { uid: string; planId: string },
): Promise<PlanView> {
  const plan = await platform.database.get(plans, planId);
  // Somebody else's plan looks like none at all.
  if (plan?.uid !== uid) throw new Refusal('NOT_FOUND', { field: 'planId' });
  return viewOf(plan.state === 'kept' ? await settlePlan(platform, plan) : plan);
}
