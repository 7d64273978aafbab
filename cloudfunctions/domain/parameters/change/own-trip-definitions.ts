import { type Definition, ofOwnTrips } from './definition';

const sources = [
  { source: 'bike-track', name: '骑行轨迹' },
  { source: 'station-code', name: '站点扫码' },
  { source: 'self-report', name: '截图申报' },
] as const;

/** The caps of each source of own trips; they pay bonus, so the unit is credits. */
export const ownTripDefinitions: readonly Definition[] = sources.flatMap(({ source, name }) => [
  ofOwnTrips(source, 'dayBonusCap', {
    label: `${name}每天上限`,
    unit: '积分',
    least: 0,
    most: 10_000,
    effect: `同一天开始的${name}，每人最多得这么多奖励积分，超出部分不付。0 表示不再付。已入账的不变。`,
  }),
  ofOwnTrips(source, 'monthBonusCap', {
    label: `${name}每月上限`,
    unit: '积分',
    least: 0,
    most: 200_000,
    effect: `同一个月开始的${name}，每人最多得这么多奖励积分，超出部分不付。已入账的不变。`,
  }),
  ofOwnTrips(source, 'monthTrips', {
    label: `${name}每月次数`,
    unit: '次',
    least: 0,
    most: 300,
    effect: `同一个月开始的${name}，每人最多有这么多次入账，之后的不付。已入账的不变。`,
  }),
]);
