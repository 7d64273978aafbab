import { latestPage, type PageAsked, type Platform } from '../../platform';
import { beijingDay } from '../../platform/beijing-time';
import { type PlanView, plans, planWeekId, planWeeks, viewOf } from './store';
import { madeIn, mondayOf } from './week';

export interface PlansPage {
  /** Latest first. */
  plans: PlanView[];
  nextCursor: string | null;
}

/** A page of the rider's plans. One database call. */
export async function listPlans(
  platform: Platform,
  { uid, ...page }: { uid: string } & PageAsked,
): Promise<PlansPage> {
  const { shown, nextCursor } = await latestPage(platform.database, plans, { uid }, page);
  return {
    plans: shown.map(viewOf),
    nextCursor,
  };
}

/** This week's plans in numbers; given-up ones are not counted. One database call. */
export async function readWeek(platform: Platform, uid: string) {
  const monday = mondayOf(beijingDay(platform.nowMs()));
  const week = await platform.database.get(planWeeks, planWeekId(uid, monday));
  if (!week) return { monday, made: 0, fulfilled: 0, missed: 0 };
  return { monday, made: madeIn(week) - week.dropped, fulfilled: week.fulfilled, missed: week.missed };
}
