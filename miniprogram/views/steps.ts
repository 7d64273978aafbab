import type { ProcedureOutput } from '../../cloudfunctions/contract/procedures';
import { thousands } from './amounts';
import { beijingDay, nearDayText } from './beijing-time';

type StepsState = ProcedureOutput<'steps.read'>;
type StepDay = StepsState['days'][number];

/**
 * The version of what a rider agrees to before steps are read. It is the same as STEPS_CONSENT_VERSION of the server's
 * contract, which a test compares.
 */
export const STEPS_VERSION = '2026-11-22';

/** What is read, what for, how long it is kept, how it stops: shown before anything is read. */
export const stepsTerms: readonly { name: string; text: string }[] = [
  { name: '读什么', text: '微信运动里最近 31 天、每天一个总步数。不读位置，不读走了哪条路。' },
  { name: '用来做什么', text: '只用来算步数奖励。' },
  { name: '存多久', text: '每天的步数存 31 天。' },
  { name: '怎么停', text: '在这一页随时停止，存下的步数马上删除，已经给的积分不收回。' },
];

export interface StepDayView {
  day: string;
  name: string;
  steps: string;
  credits: string;
  /** Of the day's most, for the bar. */
  percent: number;
  label: string;
}

export interface StepsView {
  today: { steps: string; credits: number; note: string };
  days: StepDayView[];
  rule: string;
}

/** As many days as stand on the page before it is unfolded. */
export const DAYS_SHOWN = 7;

const rowOf = ({ day, steps, credits }: StepDay, cap: number, today: string): StepDayView => {
  const name = nearDayText(day, today);
  return {
    day,
    name,
    steps: thousands(steps),
    credits: `+${thousands(credits)}`,
    percent: Math.round((100 * credits) / cap),
    label: `${name}，${thousands(steps)} 步，${thousands(credits)} 积分`,
  };
};

function todayNote(
  steps: number,
  credits: number,
  { stepsPerCredit, dayCapCredits }: StepsState['rule'],
): string {
  if (credits >= dayCapCredits) return '今天到上限了，明天再走';
  const missing = stepsPerCredit - (steps % stepsPerCredit);
  return `今天 ${thousands(steps)} 步，再走 ${missing} 步多 1 分`;
}

/** Somebody who has stopped today and begins again sees nothing counted until tomorrow. */
const settledText = (day: string | null, today: string): string =>
  day !== null && day >= today ? '今天停止过读取，步数从明天开始算' : '';

export function viewSteps({ days, rule, settledThroughDay }: StepsState, nowMs: number): StepsView {
  const today = beijingDay(nowMs);
  const now = days.find(({ day }) => day === today) ?? { day: today, steps: 0, credits: 0 };
  const settled = settledText(settledThroughDay, today);
  return {
    today: {
      steps: thousands(now.steps),
      credits: now.credits,
      note: settled === '' ? todayNote(now.steps, now.credits, rule) : settled,
    },
    days: [...days].reverse().map(day => rowOf(day, rule.dayCapCredits, today)),
    rule: `每 ${rule.stepsPerCredit} 步 1 积分，每天最多 ${rule.dayCapCredits}（${thousands(rule.stepsPerCredit * rule.dayCapCredits)} 步）`,
  };
}

/** What a reading has brought, in a sentence; empty when nothing is to be said. */
export function paidText({ paidCredits, lowerDays }: { paidCredits: number; lowerDays: number }): string {
  const paid = paidCredits === 0 ? '' : `刚入账 ${thousands(paidCredits)} 积分。`;
  const lower = lowerDays === 0 ? '' : `微信里有 ${lowerDays} 天的步数变少了，按较高的算，已给的不收回。`;
  return paid + lower;
}
