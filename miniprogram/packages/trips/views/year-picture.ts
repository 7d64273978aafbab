import { massText } from '../../../views/amounts';
import { dayText, lastDayOf } from '../../../views/beijing-time';
import { comparisonText } from '../../../views/comparison';
import type { RidesYear } from '../services/statement';
import { figuresOf, type LinePlate, type PictureFigure, plateOf, travelWords } from './travel';

/** A month as a station of the year's line. */
export interface PictureMonth {
  name: string;
  /** 0 to 1 of the year's greatest month. */
  share: number;
  isAhead: boolean;
}

/**
 * A year for a picture that is kept and shown around: what was travelled and spared, nothing of credits, and no place, as
 * two stations are enough to tell where somebody lives and works.
 */
export interface YearPicture {
  year: string;
  /** `截至 11月12日`; empty for a year that is over. */
  until: string;
  mass: { value: string; unit: string };
  months: PictureMonth[];
  figures: PictureFigure[];
  /** The line that most trips used. */
  line: LinePlate | null;
  comparison: string;
  /** All of it in words. */
  label: string;
}

/** Null for a year without a trip: there is nothing to draw. */
export function viewYearPicture(year: number, rides: RidesYear): YearPicture | null {
  if (rides.trips === 0) return null;
  const most = Math.max(1, ...rides.months.map(({ grams }) => grams));
  const [value = '', unit = ''] = massText(rides.grams).split(' ');
  const comparison = comparisonText(rides.grams);
  const isOver = lastDayOf(`${year}-12`) < rides.today;
  const until = isOver ? '' : `截至 ${dayText(rides.today, rides.today)}`;
  return {
    year: String(year),
    until,
    mass: { value, unit },
    months: rides.months.map(({ month, grams }) => ({
      name: String(Number(month.slice(5))),
      share: grams / most,
      isAhead: month > rides.today.slice(0, 7),
    })),
    figures: figuresOf(rides),
    line: plateOf(rides),
    comparison,
    label: [
      `${year}年绿色出行${until && `，${until}`}：少排 ${value} ${unit}二氧化碳`,
      ...travelWords(rides),
      ...(comparison === '' ? [] : [comparison]),
    ].join('，'),
  };
}
