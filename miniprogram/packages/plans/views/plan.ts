import { thousands } from '../../../views/amounts';
import { addDays, beijingDay, dayText } from '../../../views/beijing-time';
import { modeName } from '../../../views/trip';
import type { Plan, PlansPage } from '../services/plans';

/** A plan as a line between two stations: open ahead, filled when it was made true. */
export interface PlanView {
  planId: string;
  from: string;
  to: string;
  day: string;
  mode: string;
  /** `少排约 412 克`. */
  saving: string;
  state: Plan['state'];
  stateText: string;
  /** `+20`; empty where nothing was paid. */
  bonus: string;
  isKept: boolean;
  isDone: boolean;
  /** The trip that made it true; empty without one. */
  tripId: string;
  label: string;
}

const stateTexts: Readonly<Record<Plan['state'], string>> = {
  kept: '等行程核验',
  fulfilled: '做到了',
  missed: '没等到行程',
  dropped: '已取消',
  undone: '行程被撤销',
};

/** `今天`, `明天`, `昨天`, else the day. */
function planDayText(day: string, today: string): string {
  if (day === today) return '今天';
  if (day === addDays(today, 1)) return '明天';
  return day === addDays(today, -1) ? '昨天' : dayText(day, today);
}

export function viewPlan(plan: Plan, nowMs: number): PlanView {
  const { planId, from, to, state, tripId } = plan;
  const day = planDayText(plan.day, beijingDay(nowMs));
  const mode = modeName(plan.mode);
  const saving = `少排约 ${thousands(plan.grams)} 克`;
  const stateText = stateTexts[state];
  const bonus = state === 'fulfilled' && plan.bonus > 0 ? `+${thousands(plan.bonus)}` : '';
  const paid = bonus === '' ? '' : `，${thousands(plan.bonus)} 奖励积分`;
  return {
    planId,
    from,
    to,
    day,
    mode,
    saving,
    state,
    stateText,
    bonus,
    isKept: state === 'kept',
    isDone: state === 'fulfilled',
    tripId: tripId ?? '',
    label: `${day}，${mode}，${from}到${to}，${saving}，${stateText}${paid}`,
  };
}

export interface PlanWeekView {
  /** `这周做到 2 / 3`; empty for a week without a plan. */
  text: string;
  /** One dot a plan: filled when it was made true. */
  dots: ('done' | 'missed' | 'open')[];
  label: string;
}

/** More dots than a phone is wide are no picture. */
const MOST_DOTS = 14;

export function viewPlanWeek({ made, fulfilled, missed }: PlansPage['week']): PlanWeekView {
  if (made === 0) return { text: '', dots: [], label: '' };
  const dots = Array.from({ length: Math.min(made, MOST_DOTS) }, (_, at): PlanWeekView['dots'][number] => {
    if (at < fulfilled) return 'done';
    return at < fulfilled + missed ? 'missed' : 'open';
  });
  const open = made - fulfilled - missed;
  const rest = [...(missed > 0 ? [`${missed} 次没等到行程`] : []), ...(open > 0 ? [`${open} 次还在等`] : [])];
  return {
    text: `做到 ${fulfilled} / ${made}`,
    dots,
    label: [`这周计划 ${made} 次，做到 ${fulfilled} 次`, ...rest].join('，'),
  };
}
