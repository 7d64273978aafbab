import type { MethodNumber } from '../../contract/rides';
import { DAY_MS } from '../../platform/beijing-time';
import { type Mode, modeLabels } from '../factors';
import { NEAR_METRES } from '../network';
import { LONGEST_MS, OLDEST_MS } from './judge-ride';
import { FASTEST_OF_ANY_KM_AN_HOUR, fastestKmAnHour, SHORTEST_RAIL_MS } from './plausible-speed';
import { WAIT_MS } from './record-token-rides';
import { FEWEST_OCCUPANTS } from './share-car';
import { DETOUR_SLACK_METRES, MOST_DETOUR, SAME_PLACE_METRES } from './way-over-points';

const OWN_JUDGEMENT = '碳点点自行设定';
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

const row = (
  key: string,
  [title, value]: [title: string, value: string],
  rule: string,
  source = OWN_JUDGEMENT,
  standing: MethodNumber['standing'] = 'own',
): MethodNumber => ({ key: `ride-${key}`, title, value, rule, source, standing });

const speedText = (kmAnHour: number): string => `${kmAnHour} 公里/小时`;

/** Why nobody is faster on average, and how well that is founded. */
const speedSources: Readonly<Record<Mode, [source: string, standing: MethodNumber['standing']]>> = {
  metro: [
    '列车最高 120 公里/小时（11、14、20 号线，据媒体报道），要停站、要走路；取值由碳点点自行设定',
    'own',
  ],
  bus: [
    '高速公路上最高 100 公里/小时（《道路交通安全法实施条例》第七十八条），要停站；取值由碳点点自行设定',
    'own',
  ],
  'shared-bike': ['按电动自行车的最高设计车速（GB 17761）；用于人力自行车由碳点点自行设定', 'own'],
  'shared-e-bike': ['《电动自行车安全技术规范》GB 17761 的最高设计车速，据媒体转述', 'secondary'],
  nev: ['《道路交通安全法实施条例》第七十八条：小型载客汽车最高 120 公里/小时，据媒体转述', 'secondary'],
  carpool: ['《道路交通安全法实施条例》第七十八条：小型载客汽车最高 120 公里/小时，据媒体转述', 'secondary'],
};

const speedRows = (): MethodNumber[] =>
  [...fastestKmAnHour].map(([mode, kmAnHour]) => {
    const [source, standing] = speedSources[mode as Mode];
    const title = `${modeLabels[mode as Mode]}的平均速度`;
    return row(
      `speed-${mode}`,
      [title, `不超过 ${speedText(kmAnHour)}`],
      '从起点到终点的平均，更快的不收',
      source,
      standing,
    );
  });

const timeRows = (): MethodNumber[] => [
  row(
    'longest',
    ['一次行程的时长', `不超过 ${LONGEST_MS / HOUR_MS} 小时`],
    '从进站到出站，所有方式相同',
    '北京、上海地铁付费区最多停留 4 小时，深圳 210 分钟（深圳地铁《车票使用规则》）；取较宽的，其他方式照用，由碳点点自行设定',
  ),
  row(
    'shortest',
    ['地铁行程的时长', `至少 ${SHORTEST_RAIL_MS / MINUTE_MS} 分钟`],
    '进出两道闸机，之间有楼梯、站台和一站路',
  ),
  row(
    'oldest',
    ['补报的期限', `${OLDEST_MS / DAY_MS} 天`],
    `从进站到运营方报来，更早的不收；卡还没有绑定的行程，也最多等 ${WAIT_MS / DAY_MS} 天`,
    '北京的运营方报送一般晚 2 天以内；期限由碳点点自行设定',
  ),
];

const distanceRows = (): MethodNumber[] => [
  row(
    'distance',
    ['里程', '几个里程中最小的'],
    '运营方签名的里程、线网最短路径（只有地铁）、途经各点的连线，取最小的；都没有时取起终点的直线',
    '地铁线网：香港科技大学交通实验室 China-Metro-Info（2024 年 3 月）；取最小由碳点点自行设定，从严',
  ),
  row(
    'detour',
    ['里程和直线的差', `不超过直线的 ${MOST_DETOUR} 倍再加 ${DETOUR_SLACK_METRES / 1_000} 公里`],
    '更长的不像从起点到终点的路，不收；为的是找出弄错的单位和绕圈，所以取得宽',
  ),
  row(
    'same-place',
    ['起点和终点', `相距至少 ${SAME_PLACE_METRES} 米`],
    '更近的当作同一处，没有代替一次出行；地铁同站进出也不收',
  ),
  row(
    'station-near',
    ['用坐标报的地铁站', `${NEAR_METRES} 米以内`],
    '取离坐标最近的站，更远的不收；地铁站按线网的坐标',
  ),
];

const reductionRows = (): MethodNumber[] => [
  row(
    'formula',
    ['减排量的公式', '基准 − 实际'],
    '每公里比基准少排的克数乘里程，向下取整到克，不会是负数；同一次出行不在别处再申报',
    'DB11/T 3043-2024 的思路：基准排放减去项目排放，不确定时从严，据公开介绍',
    'secondary',
  ),
  row(
    'carpool',
    ['合乘', '整车排放 ÷ 人数'],
    `同车至少 ${FEWEST_OCCUPANTS} 人，含司机；整车排放算上为别人绕的路，绕到不减排的不收；同一辆车的票要写同样的人数，票数不能比人数多`,
    'T/CCAA 38-2021 的公式，据公开介绍；至少 2 人是因为独自驾车没有减排',
    'secondary',
  ),
  row(
    'speed-other',
    ['其他方式的平均速度', `不超过 ${speedText(FASTEST_OF_ANY_KM_AN_HOUR)}`],
    '系数先于速度表有了的方式',
  ),
];

/** Every number that signed rides are judged by, factors and caps apart. */
export const methodologyOf = (): MethodNumber[] => [
  ...reductionRows(),
  ...distanceRows(),
  ...timeRows(),
  ...speedRows(),
];
