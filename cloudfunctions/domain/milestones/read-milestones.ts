import type { Platform } from '../../platform';
import { beijingDay } from '../../platform/beijing-time';
import { sumAllDays } from '../rides';
import { milestones } from './milestones';
import { type ReachedMilestone, reach } from './rules';

/** How far a rider's verified grams have come since the first trip. One database call a thousand days with trips. */
export async function readMilestones(
  platform: Platform,
  uid: string,
): Promise<{ today: string; grams: number; milestones: ReachedMilestone[] }> {
  return { today: beijingDay(platform.nowMs()), ...reach(milestones, await sumAllDays(platform, uid)) };
}
