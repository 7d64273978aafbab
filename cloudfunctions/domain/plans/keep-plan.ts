import { Refusal } from '../../contract/errors';
import type { PlanPlace } from '../../contract/plans';
import { type Platform, positionAt } from '../../platform';
import { addDays, beijingDay, endOfDayMs, startOfDayMs } from '../../platform/beijing-time';
import { answerOnce, type RequestKey } from '../answers';
import { chooseFactorSet, listFactorSets } from '../factors';
import { networkOf } from '../network';
import { compareModes, type PlanOption } from './compare';
import { endsOf } from './ends';
import { firstLookMs } from './look-times';
import { type Plan, type PlanView, plans, viewOf } from './store';
import { LATE_MS, MADE_A_DAY, PLANS_KEPT_MS } from './terms';
import { changeWeek, countOf, mondayOf, oneMore } from './week';

export interface KeepPlan {
  uid: string;
  city: string;
  from: PlanPlace;
  to: PlanPlace;
  mode: string;
  when: 'today' | 'tomorrow';
}

const unfitTexts = {
  'no-station': '起点或终点附近没有地铁站，请换一种方式',
  'same-station': '起点和终点在同一个地铁站，请换一种方式',
  'too-far': '这段路太远，不适合这种方式，请换一种',
} as const;

function chosen(options: readonly PlanOption[], mode: string): PlanOption {
  const option = options.find(one => one.mode === mode);
  if (!option) throw new Refusal('PLAN_UNFIT', { field: 'mode', reason: '没有这种出行方式' });
  if (option.unfit !== null)
    throw new Refusal('PLAN_UNFIT', { field: 'mode', reason: unfitTexts[option.unfit] });
  return option;
}

/** Throws `PLAN_UNFIT` for ends or a mode that make no trip. */
async function draftOf(platform: Platform, request: KeepPlan): Promise<Plan> {
  const { uid, city, mode } = request;
  const ends = endsOf(city, request);
  const nowMs = platform.nowMs();
  const today = beijingDay(nowMs);
  const day = request.when === 'today' ? today : addDays(today, 1);
  const set = chooseFactorSet(await listFactorSets(platform, city), city, day);
  const option = chosen(set ? compareModes(set, networkOf(city), ends).options : [], mode);
  const earliestMs = Math.max(nowMs, startOfDayMs(day));
  return {
    _id: platform.randomId(),
    uid,
    city,
    position: positionAt(nowMs, platform.randomId()),
    state: 'kept',
    day,
    week: mondayOf(day),
    mode,
    ...ends,
    anchors: option.anchors,
    distanceMetres: option.distanceMetres,
    minutes: option.minutes,
    grams: option.grams,
    madeAtMs: nowMs,
    earliestMs,
    latestLookMs: endOfDayMs(day) + LATE_MS,
    lookAtMs: firstLookMs(earliestMs),
    endedAtMs: null,
    tripId: null,
    bonus: 0,
    entryKey: null,
    expiresAtMs: nowMs + PLANS_KEPT_MS,
  };
}

/**
 * Keeps a plan. Exactly once by the request's key; 6 database calls, one more once a minute. Errors: `PLAN_UNFIT`,
 * `PLAN_LIMIT` when the day has its plans already, `IDEMPOTENCY_CONFLICT`.
 */
export async function keepPlan(
  platform: Platform,
  request: KeepPlan,
  requestKey: RequestKey,
): Promise<PlanView> {
  const draft = await draftOf(platform, request);
  return answerOnce(platform, requestKey, async transaction => {
    await changeWeek(transaction, draft, week => {
      if (countOf(week.made, draft.day) >= MADE_A_DAY) {
        const reason = `一天最多计划 ${MADE_A_DAY} 次出行，取消的也算，请明天再来`;
        throw new Refusal('PLAN_LIMIT', { reason });
      }
      return { ...week, made: oneMore(week.made, draft.day) };
    });
    await transaction.add(plans, draft);
    return viewOf(draft);
  });
}
