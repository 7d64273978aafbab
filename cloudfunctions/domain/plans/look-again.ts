import type { Platform } from '../../platform';
import { beijingDay, DAY_MS, endOfDayMs, startOfDayMs } from '../../platform/beijing-time';
import { plans } from './store';

/** More than can be made on two days, for these and the one after. */
const PLANS_READ = 50;

const placeOf = (atMs: number): string => String(atMs).padStart(15, '0');

/**
 * Lets the job look at the plan that this trip has fulfilled, if there is one: something about the trip has changed, and
 * nobody is to keep a bonus by being declared elsewhere between two looks. Harmless to repeat. A plan is made on its day
 * or the one before. One database call, two where there is such a plan.
 */
export async function lookAgainAtPlanOf(
  platform: Platform,
  { uid, tripId, fromMs }: { uid: string; tripId: string; fromMs: number },
): Promise<void> {
  const day = beijingDay(fromMs);
  const from = placeOf(startOfDayMs(day) - DAY_MS);
  const found = await platform.database.find(plans, {
    where: { uid, position: { from, below: placeOf(endOfDayMs(day)) } },
    orderBy: [['position', 'desc']],
    limit: PLANS_READ,
    fields: ['state', 'tripId'],
  });
  const plan = found.find(one => one.tripId === tripId && one.state === 'fulfilled');
  if (!plan) return;
  const where = { _id: plan._id, state: 'fulfilled' };
  await platform.database.updateWhere(plans, where, { lookAtMs: platform.nowMs() });
}
