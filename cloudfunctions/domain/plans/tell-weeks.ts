import { addDays, beijingDay } from '../../platform/beijing-time';
import { type NoticeOnce, tellOnce } from '../inbox';
import type { Job } from '../jobs';
import { type PlanWeek, planWeeks } from './store';
import { madeIn, mondayOf } from './week';

const WEEK_MS = 7 * 86_400_000;
const WEEK_DAYS = 7;
const WEEKS_A_STEP = 200;

/** A week in which everything was given up is not told of. */
function noticesOf(week: PlanWeek): NoticeOnce[] {
  const made = madeIn(week) - week.dropped;
  if (made === 0) return [];
  const { uid, fulfilled } = week;
  const parameters = { week: week.week, made, fulfilled, missed: made - fulfilled };
  return [{ noticeId: `plans-week:${week._id}`, uid, template: 'plans-week', parameters }];
}

/** The Monday of the week before that of the window. */
const weekBefore = (windowStartMs: number): string =>
  addDays(mondayOf(beijingDay(windowStartMs)), -WEEK_DAYS);

/**
 * Tells riders how many of last week's plans became trips. Windows of a week begin on Thursdays at eight in the morning
 * in Beijing, which is when the last Sunday's plans have had their three days. The cursor is the last week's document.
 */
export const tellWeeks: Job = {
  name: 'tell-plan-weeks',
  everyMs: WEEK_MS,
  async step(platform, { windowStartMs, cursor }) {
    const found = await platform.database.find(planWeeks, {
      where: { week: weekBefore(windowStartMs), _id: { above: cursor ?? '' } },
      orderBy: [['_id', 'asc']],
      limit: WEEKS_A_STEP,
    });
    await tellOnce(platform, found.flatMap(noticesOf));
    return { cursor: found.length === WEEKS_A_STEP ? found.at(-1)!._id : null };
  },
};
