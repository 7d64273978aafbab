import { Refusal } from '../../contract/errors';
import type { Platform } from '../../platform';
import { endOfDayMs } from '../../platform/beijing-time';
import { networkOf } from '../network';
import { requireConsent } from '../riders';
import { listTripsBetween } from '../rides';
import { fulfilPlan } from './fulfil-plan';
import { nextLookMs } from './look-times';
import { isTripOf } from './match';
import { type Plan, plans } from './store';
import { changeWeek } from './week';

/** Nothing about the places of somebody who has withdrawn is used any more, and the plan counts as nothing. */
const end = (platform: Platform, { _id }: Plan, state: 'missed' | 'dropped'): Promise<Plan | null> =>
  platform.database.transact(async transaction => {
    const plan = await transaction.get(plans, _id);
    if (plan?.state !== 'kept') return plan;
    const ended = { state, lookAtMs: null, endedAtMs: platform.nowMs() };
    await transaction.update(plans, _id, ended);
    await changeWeek(transaction, plan, week => ({ ...week, [state]: week[state] + 1 }));
    return { ...plan, ...ended };
  });

async function isConsenting(platform: Platform, uid: string): Promise<boolean> {
  try {
    await requireConsent(platform, uid);
    return true;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'CONSENT_REQUIRED') return false;
    throw error;
  }
}

/** The plan is looked at again later, and missed when its time is over. */
export async function postpone(platform: Platform, plan: Plan): Promise<Plan> {
  const nowMs = platform.nowMs();
  const lookAtMs = nextLookMs(plan, nowMs);
  await platform.database.updateWhere(plans, { _id: plan._id, lookAtMs: plan.lookAtMs }, { lookAtMs });
  return { ...plan, lookAtMs };
}

/**
 * Looks for the trip of a plan that is kept: it is fulfilled and pays, waits on, or is missed at the end of its time.
 * Harmless to repeat and to do twice at once. 2 database calls while it waits, 11 when it is fulfilled.
 */
export async function settlePlan(platform: Platform, plan: Plan): Promise<Plan> {
  const isOver = platform.nowMs() >= plan.latestLookMs;
  const span = { fromMs: plan.earliestMs, beforeMs: endOfDayMs(plan.day) };
  const trips = await listTripsBetween(platform, plan.uid, span);
  const found = trips.filter(trip => isTripOf(plan, trip, networkOf(plan.city)));
  if (found.length > 0) {
    if (!(await isConsenting(platform, plan.uid))) return (await end(platform, plan, 'dropped')) ?? plan;
    const fulfilled = await fulfilPlan(platform, plan, found);
    if (fulfilled) return fulfilled;
  }
  if (isOver) return (await end(platform, plan, 'missed')) ?? plan;
  return postpone(platform, plan);
}
