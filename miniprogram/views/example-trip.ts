import { reductionGrams } from '../proof';
import { distanceText, thousands } from './amounts';
import { lineStyle, railStyle } from './metro-lines';
import type { TripView } from './trip';

/** The shortest path of line 11 from the airport to Chegongmiao, and the factor of the Shenzhen set of 2021. */
const LINE = '11号线';
const METRES = 27_467;
const FACTOR = { reductionMilligramsPerKm: 46_700 };

/** A trip that shows a newcomer what travel is worth, computed like a real one. */
export function exampleTrip(): TripView & { grams: number } {
  const grams = reductionGrams(FACTOR, METRES);
  return {
    tripId: '',
    from: '机场',
    to: '车公庙',
    rail: railStyle([LINE]),
    lines: [lineStyle(LINE)],
    moreLines: 0,
    details: [distanceText(METRES), '示例'],
    amount: `+${thousands(grams)}`,
    unit: '克 CO₂e',
    remark: '',
    isVoid: false,
    label: `示例：机场到车公庙，地铁 11 号线，${distanceText(METRES)}，减排 ${thousands(grams)} 克`,
    grams,
  };
}
