import type { Incentive } from '../../contract/rides';
import type { Parameters } from '../parameters';
import { ROAD_DETOUR } from './compare';
import { LEAST_METRES, MOST_METRES } from './ends';
import { KEPT_METRES, WALK_METRES } from './locate';
import { THOUGHTS_AFTER_DAYS } from './look-times';
import { CHANGE_MINUTES, carPace, paceOf, WALKING_KM_AN_HOUR } from './pace';
import { MOST_PLACES } from './places';
import { PLANS_KEPT_MS, termsOf } from './terms';

const OWN_JUDGEMENT = '碳点点自行设定';

const DAY_MS = 24 * 3_600_000;

const compared = ['metro', 'bus', 'shared-bike', 'shared-e-bike', 'nev'] as const;
const names: Readonly<Record<(typeof compared)[number], string>> = {
  metro: '地铁',
  bus: '公交',
  'shared-bike': '共享单车',
  'shared-e-bike': '共享电单车',
  nev: '新能源车',
};

const isBounded = (mode: string): boolean => (paceOf(mode)?.mostMetres ?? 0) <= MOST_METRES;

/** What is compared by which numbers, in one sentence each. */
const speeds = (): string =>
  [...compared.map(mode => `${names[mode]} ${paceOf(mode)?.kmAnHour}`), `开车 ${carPace.kmAnHour}`].join(
    '、',
  );
const waits = (): string =>
  [
    ...compared.map(mode => `${names[mode]} ${paceOf(mode)?.extraMinutes}`),
    `开车 ${carPace.extraMinutes}`,
  ].join('、');
const reaches = (): string =>
  compared
    .filter(isBounded)
    .map(mode => `${names[mode]} ${(paceOf(mode)?.mostMetres ?? 0) / 1_000}`)
    .join('、');

const own = (key: string, title: string, value: string, rule: string): Incentive => ({
  key: `plan-${key}`,
  title: `低碳出行计划：${title}`,
  rule,
  value,
  source: OWN_JUDGEMENT,
  standing: 'own',
});

/** Of the comparison before a trip: nothing is paid by these. */
const estimates = (): Incentive[] => [
  own(
    'estimate',
    '路上的时间',
    `直线 × ${ROAD_DETOUR}`,
    `${speeds()}（公里/小时）；道路里程按直线的 ${ROAD_DETOUR} 倍。只用来比较，不影响入账`,
  ),
  own(
    'waits',
    '步行和等候',
    `换乘一次 ${CHANGE_MINUTES} 分钟`,
    `车外的时间，${waits()}（分钟）；走到地铁站按每小时 ${WALKING_KM_AN_HOUR} 公里，站在 ${WALK_METRES} 米以内才推荐`,
  ),
  own(
    'reach',
    '推荐的距离',
    `${LEAST_METRES} 米至 ${MOST_METRES / 1_000} 公里`,
    `起终点的直线，更近的走过去就到，更远的不像市内出行；更远就不推荐：${reaches()}（公里）`,
  ),
  own(
    'places',
    '常用地点',
    `${KEPT_METRES} 米`,
    `坐标只记到约 ${KEPT_METRES} 米，认不出是哪一栋；最多 ${MOST_PLACES} 个；计划 ${PLANS_KEPT_MS / DAY_MS} 天后删除`,
  ),
];

/** Every number that plans are compared and paid by. */
export function methodologyOf(parameters: Parameters): Incentive[] {
  const { bonus, paidADay, madeADay, nearMetres, lateDays } = termsOf(parameters);
  return [
    {
      key: 'plan-bonus',
      title: '低碳出行计划：奖励',
      rule: `先计划后出行，做到一份发一次，每天最多 ${paidADay} 份；行程在 ${THOUGHTS_AFTER_DAYS.at(-1)} 天内被撤销或声明计入别处，奖励一并退回，撤销声明也不再补发`,
      value: `${bonus} 积分`,
      source: `${OWN_JUDGEMENT}，可由员工经审批调整`,
      standing: 'own',
    },
    {
      key: 'plan-match',
      title: '低碳出行计划：怎样算做到',
      rule: `计划之后、当天、同一种方式、起终点各不超过 ${nearMetres} 米，且有合作方签名；晚报的行程等 ${lateDays} 天；每天最多计划 ${madeADay} 次`,
      value: `${nearMetres} 米`,
      source: OWN_JUDGEMENT,
      standing: 'own',
    },
    ...estimates(),
  ];
}
