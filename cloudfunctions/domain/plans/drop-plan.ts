import { Refusal } from '../../contract/errors';
import type { Platform } from '../../platform';
import { answerOnce, type RequestKey } from '../answers';
import { type PlanView, plans, viewOf } from './store';
import { changeWeek } from './week';

/**
 * Gives a plan up. Exactly once by the request's key; 7 database calls. Errors: `NOT_FOUND`, `PLAN_CLOSED` for one that
 * has ended, `IDEMPOTENCY_CONFLICT`.
 */
export const dropPlan = (
  platform: Platform,
  { uid, planId }: { uid: string; planId: string },
  request: RequestKey,
): Promise<PlanView> =>
  answerOnce(platform, request, async transaction => {
    const plan = await transaction.get(plans, planId);
    // Somebody else's plan looks like none at all.
    if (plan?.uid !== uid) throw new Refusal('NOT_FOUND', { field: 'planId' });
    if (plan.state !== 'kept') throw new Refusal('PLAN_CLOSED');
    const end = { state: 'dropped' as const, lookAtMs: null, endedAtMs: platform.nowMs() };
    await transaction.update(plans, planId, end);
    await changeWeek(transaction, plan, week => ({ ...week, dropped: week.dropped + 1 }));
    return viewOf({ ...plan, ...end });
  });
