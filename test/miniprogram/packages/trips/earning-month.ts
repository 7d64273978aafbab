import type { EarningMonth } from '../../../../miniprogram/services/earning';

/** November 2026, which begins on a Sunday: 36 metro trips and 3 by bicycle on its first twelve days. */
export function monthOf(rides: Partial<EarningMonth['rides']> = {}, changed: Partial<EarningMonth> = {}) {
  const read: EarningMonth = {
    today: '2026-11-12',
    firstDay: '2026-10-24',
    month: '2026-11',
    rides: {
      trips: 39,
      grams: 17_900,
      metres: 412_900,
      days: 12,
      stations: 5,
      lines: [{ line: '11号线', trips: 30 }],
      modes: [
        { mode: 'metro', trips: 36, grams: 16_800 },
        { mode: 'shared-bike', trips: 3, grams: 1_100 },
      ],
      byDay: Array.from({ length: 30 }, (_, index) => ({
        day: `2026-11-${String(index + 1).padStart(2, '0')}`,
        trips: index < 12 ? 3 : 0,
        grams: index < 12 ? 100 * (index + 1) : 0,
      })),
      ...rides,
    },
    incentives: [
      { source: 'steps', times: 1, credits: 296 },
      { source: 'bike-track', times: 3, credits: 4 },
    ],
    ...changed,
  };
  return read;
}
