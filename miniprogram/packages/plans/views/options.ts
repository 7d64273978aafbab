import { distanceText, thousands } from '../../../views/amounts';
import { type LineStyle, lineStyle } from '../../../views/metro-lines';
import { modeName } from '../../../views/trip';
import type { Comparison, Option } from '../services/plans';

/** One way of travel to choose from. */
export interface OptionView {
  mode: string;
  name: string;
  lines: LineStyle[];
  /** `约 32 分钟` and `12.4 公里`. */
  details: string[];
  grams: string;
  /** `+400 积分`: what a verified trip of it brings, up to the caps. */
  credits: string;
  /** Of the most that there is, in percent: how long its bar is. */
  share: number;
  /** Why it cannot be chosen; empty where it can. */
  unfit: string;
  label: string;
}

export interface ComparisonView {
  options: OptionView[];
  car: { details: string[]; label: string };
  /** What a plan pays, in words. */
  terms: string;
}

const unfitTexts: Readonly<Record<NonNullable<Option['unfit']>, string>> = {
  'no-station': '附近没有地铁站',
  'same-station': '起终点在同一个地铁站',
  'too-far': '路太远',
};

const detailsOf = ({ minutes, distanceMetres }: { minutes: number; distanceMetres: number }): string[] => [
  `约 ${minutes} 分钟`,
  distanceText(distanceMetres),
];

function viewOption(option: Option, most: number): OptionView {
  const { mode, grams, entry, exit, unfit } = option;
  const name = modeName(mode);
  const walk = entry === null || exit === null ? [] : [`${entry} 上，${exit} 下`];
  const details = unfit === null ? [...detailsOf(option), ...walk] : [];
  const reason = unfit === null ? '' : unfitTexts[unfit];
  return {
    mode,
    name,
    lines: option.lines.map(lineStyle),
    details,
    grams: thousands(grams),
    credits: `+${thousands(option.credits)} 积分`,
    share: most === 0 ? 0 : Math.round((100 * grams) / most),
    unfit: reason,
    label:
      reason === ''
        ? `${name}，少排 ${thousands(grams)} 克，${details.join('，')}`
        : `${name}，不能选：${reason}`,
  };
}

export function viewComparison({ options, car, terms }: Comparison): ComparisonView {
  const most = Math.max(0, ...options.map(({ grams }) => grams));
  const details = detailsOf(car);
  return {
    options: options.map(option => viewOption(option, most)),
    car: { details, label: `开车，少排 0 克，${details.join('，')}` },
    terms: termsText(terms),
  };
}

const NEAR_KM = 1_000;

/** The published rule of what a plan pays. */
export function termsText({ bonus, paidADay, nearMetres, lateDays }: Comparison['terms']): string {
  const near = nearMetres === NEAR_KM ? '一公里' : distanceText(nearMetres);
  const paid = bonus === 0 ? '' : `，再得 ${thousands(bonus)} 奖励积分，每天最多 ${paidADay} 份`;
  return `当天用选定的方式走完，起终点相差不超过${near}，行程核验后算做到${paid}。运营方晚报的行程等 ${lateDays} 天。`;
}

/** The first that can be chosen: the one that saves most. Empty where there is none. */
export const bestMode = ({ options }: Comparison): string =>
  options.find(({ unfit }) => unfit === null)?.mode ?? '';
