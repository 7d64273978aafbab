import { massText, thousands } from '../../../views/amounts';
import { dayText, lastDayOf } from '../../../views/beijing-time';
import { comparisonText } from '../../../views/comparison';
import { type LineStyle, lineStyle } from '../../../views/metro-lines';
import type { RidesYear } from '../services/statement';

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
  figures: { value: string; unit: string; name: string }[];
  /** The line that most trips used. */
  line: (LineStyle & { trips: string }) | null;
  comparison: string;
  /** All of it in words. */
  label: string;
}

const METRES_A_KILOMETRE = 1_000;

const figuresOf = ({ trips, days, metres, stations }: RidesYear): YearPicture['figures'] => [
  { value: thousands(trips), unit: '趟', name: `在 ${thousands(days)} 天里` },
  { value: thousands(Math.floor(metres / METRES_A_KILOMETRE)), unit: '公里', name: '绿色里程' },
  { value: thousands(stations), unit: '座', name: '到过的车站' },
];

/** Null for a year without a trip: there is nothing to draw. */
export function viewYearPicture(year: number, rides: RidesYear): YearPicture | null {
  if (rides.trips === 0) return null;
  const most = Math.max(1, ...rides.months.map(({ grams }) => grams));
  const [value = '', unit = ''] = massText(rides.grams).split(' ');
  const [first] = rides.lines;
  const figures = figuresOf(rides);
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
    figures,
    line: first ? { ...lineStyle(first.line), trips: `${thousands(first.trips)} 趟` } : null,
    comparison,
    label: [
      `${year}年绿色出行${until && `，${until}`}：少排 ${value} ${unit}二氧化碳`,
      ...figures.map(figure => `${figure.name} ${figure.value} ${figure.unit}`),
      ...(first ? [`坐得最多的是 ${first.line}`] : []),
      ...(comparison === '' ? [] : [comparison]),
    ].join('，'),
  };
}
