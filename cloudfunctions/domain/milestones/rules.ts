import type { DayGrams } from '../rides';
import type { Milestone } from './milestones';

export interface ReachedMilestone extends Milestone {
  /** The Beijing day of the trip that came past it; null while it is ahead. */
  reachedDay: string | null;
}

/**
 * When each milestone was come past, by the day of the trips and not by when they were credited. Where trips have been
 * taken back since, what they had reached is not reached any more.
 * @param days in the order of time
 */
export function reach(
  milestones: readonly Milestone[],
  days: readonly DayGrams[],
): { grams: number; milestones: ReachedMilestone[] } {
  const reachedDays = new Map<string, string>();
  let grams = 0;
  for (const { day, grams: more } of days) {
    grams += more;
    for (const { key, grams: wanted } of milestones) {
      if (grams >= wanted && !reachedDays.has(key)) reachedDays.set(key, day);
    }
  }
  return {
    grams,
    milestones: milestones.map(milestone => ({
      ...milestone,
      reachedDay: reachedDays.get(milestone.key) ?? null,
    })),
  };
}
