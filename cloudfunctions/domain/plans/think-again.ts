import type { Platform } from '../../platform';
import { endOfDayMs, startOfDayMs } from '../../platform/beijing-time';
import { addNotice } from '../inbox';
import { reverseEntry } from '../ledger';
import { currentParameters } from '../parameters';
import { listTripsBetween } from '../rides';
import { nextThoughtMs } from './look-times';
import { type Plan, plans } from './store';
import { changeWeek } from './week';

/** The reason of the entry that takes a plan's bonus back. */
const UNDONE = 'plan-undone';

async function stands(platform: Platform, { uid, day, tripId }: Plan): Promise<boolean> {
  const span = { fromMs: startOfDayMs(day), beforeMs: endOfDayMs(day) };
  const trips = await listTripsBetween(platform, uid, span);
  return trips.some(({ _id, state }) => _id === tripId && state === 'credited');
}

const undo = (platform: Platform, { _id }: Plan): Promise<void> =>
  platform.database.transact(async transaction => {
    const plan = await transaction.get(plans, _id);
    if (plan?.state !== 'fulfilled') return;
    await transaction.update(plans, _id, { state: 'undone', lookAtMs: null });
    await changeWeek(transaction, plan, week => ({ ...week, fulfilled: week.fulfilled - 1 }));
    const { uid, day, mode, bonus } = plan;
    await addNotice(transaction, platform, {
      uid,
      template: 'plan-undone',
      parameters: { day, mode, bonus },
    });
  });

/**
 * Looks again at a plan that was fulfilled some time ago: where its trip has been taken back since, or is claimed
 * elsewhere, the bonus is taken back as well. Harmless to repeat and to do twice at once. 2 database calls, 14 when it is undone.
 */
export async function thinkAgain(platform: Platform, plan: Plan): Promise<void> {
  if (await stands(platform, plan)) {
    const where = { _id: plan._id, state: 'fulfilled' };
    const lookAtMs = nextThoughtMs(plan.endedAtMs ?? 0, platform.nowMs());
    await platform.database.updateWhere(plans, where, { lookAtMs });
    return;
  }
  if (plan.entryKey !== null) {
    const { version } = await currentParameters(platform);
    await reverseEntry(platform, plan.entryKey, {
      reason: UNDONE,
      parametersVersion: version,
      nowMs: platform.nowMs(),
      answer: () => null,
    });
  }
  await undo(platform, plan);
}
