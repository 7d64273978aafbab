import type { EarningMonth } from '../../../services/earning';
import { massText, thousands } from '../../../views/amounts';
import { dayText, lastDayOf } from '../../../views/beijing-time';
import { comparisonText } from '../../../views/comparison';
import { modeName } from '../../../views/trip';
import { figuresOf, type LinePlate, type PictureFigure, plateOf, travelWords } from './travel';

/** A day as a station of its week's line. */
export interface PictureDay {
  /** 0 for Monday. */
  weekday: number;
  /** 0 for the month's first week. */
  week: number;
  /** 0 to 1 of the month's greatest day. */
  share: number;
  isAhead: boolean;
}

/**
 * A month for a picture that is kept and shown around: what was travelled and spared, nothing of credits, and no place, as
 * two stations are enough to tell where somebody lives and works.
 */
export interface MonthPicture {
  /** `2026 年 11 月` */
  month: string;
  /** `截至 11月12日`; empty for a month that is over. */
  until: string;
  mass: { value: string; unit: string };
  days: PictureDay[];
  figures: PictureFigure[];
  line: LinePlate | null;
  /** `地铁 36 趟 · 公交 5 趟 · 等 3 种方式` */
  modes: string;
  comparison: string;
  /** All of it in words. */
  label: string;
}

/** More would not fit upon a line. */
const MOST_MODES = 2;

function daysOf({ today, rides: { byDay } }: EarningMonth): PictureDay[] {
  const most = Math.max(1, ...byDay.map(({ grams }) => grams));
  const [first] = byDay;
  const offset = (new Date(`${first!.day}T00:00:00.000Z`).getUTCDay() + 6) % 7;
  return byDay.map(({ day, grams }, index) => ({
    weekday: (index + offset) % 7,
    week: Math.floor((index + offset) / 7),
    share: grams / most,
    isAhead: day > today,
  }));
}

function modesText({ rides: { modes } }: EarningMonth): string {
  const words = modes
    .slice(0, MOST_MODES)
    .map(({ mode, trips }) => `${modeName(mode)} ${thousands(trips)} 趟`);
  if (modes.length > MOST_MODES) words.push(`等 ${modes.length} 种方式`);
  return words.join(' · ');
}

/** Null for a month without a signed trip: there is nothing to draw. */
export function viewMonthPicture(read: EarningMonth): MonthPicture | null {
  const { today, month, rides } = read;
  if (rides.trips === 0) return null;
  const [year, number] = month.split('-').map(Number);
  const [value = '', unit = ''] = massText(rides.grams).split(' ');
  const isOver = lastDayOf(month) < today;
  const until = isOver ? '' : `截至 ${dayText(today, today)}`;
  const [modes, comparison] = [modesText(read), comparisonText(rides.grams)];
  return {
    month: `${year} 年 ${number} 月`,
    until,
    mass: { value, unit },
    days: daysOf(read),
    figures: figuresOf(rides),
    line: plateOf(rides),
    modes,
    comparison,
    label: [
      `${year}年${number}月绿色出行${until && `，${until}`}：少排 ${value} ${unit}二氧化碳`,
      ...travelWords(rides),
      modes,
      ...(comparison === '' ? [] : [comparison]),
    ].join('，'),
  };
}
