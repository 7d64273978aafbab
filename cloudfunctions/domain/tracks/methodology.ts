import type { Incentive } from '../../contract/rides';
import { trackNumbers as limits } from './judgement/numbers';

const OWN_JUDGEMENT = '碳点点自行设定';
const row = (key: string, title: string, rule: string, value: string, source = OWN_JUDGEMENT): Incentive => ({
  key: `track-${key}`,
  title,
  rule,
  value,
  source,
  standing: 'own',
});

const percent = (share: number): string => `${Math.round(share * 100)}%`;

const kmAnHour = (metresPerSecond: number): number => Math.round(metresPerSecond * 36) / 10;

const secondsOf = ({ forgettingMs: { short, long } }: typeof limits.told | typeof limits.placed): string =>
  `${short / 1_000} 和 ${long / 1_000}`;

/** Every number that a track is judged by. */
export const methodologyOf = (): Incentive[] => {
  const { from, to } = limits.runningMetresPerSecond;
  const { told, placed } = limits;
  return [
    row(
      'distance',
      '骑行轨迹的里程',
      `每 ${limits.stretchMs / 1_000} 秒取一段直线相加，不会比实际走的长；没有位置的路不计，至少要有 ${limits.fewestPoints} 个位置`,
      `${limits.shortestMetres} 米至 ${limits.longestMetres / 1_000} 公里`,
    ),
    row(
      'mode',
      '骑行轨迹的系数',
      '不分自有和共享，都按共享单车计',
      '共享单车',
      '见上面的系数；按哪一行由碳点点自行设定',
    ),
    row(
      'ends',
      '骑行的起点和终点',
      `回到原处没有代替一次出行；一次不超过 ${limits.longestMs / 3_600_000} 小时`,
      `直线至少 ${limits.leastApartMetres} 米`,
    ),
    row(
      'walking',
      '步行和跑步不算骑行',
      `移动时间有一半慢于此为步行；一直在 ${kmAnHour(from)} 至 ${kmAnHour(to)} 公里/时，半分钟里的速度变化又不到 ${percent(limits.runningDrift)}（手机不报速度时，最快的不到平常的 ${limits.runningTopShare} 倍）为跑步`,
      `${kmAnHour(limits.walkingMetresPerSecond)} 公里/时`,
    ),
    row(
      'motor',
      '机动车不算骑行',
      `最快的二十分之一时间快于此；或超过 ${kmAnHour(limits.trafficMetresPerSecond)} 公里/时而且不到 ${percent(told.trafficCruiseShare)} 的时间保持速度（按位置为 ${percent(placed.trafficCruiseShare)}），加速超过 ${told.trafficPull} 米/秒²（按位置为 ${placed.trafficPull}）或 ${limits.hasteMs / 1_000} 秒里的变化超过 ${percent(told.trafficHaste)}（按位置为 ${percent(placed.trafficHaste)}）`,
      `${kmAnHour(limits.motorMetresPerSecond)} 公里/时`,
      '骑车平均以 0.23 米/秒² 起步，见 Parkin、Rotheram 2010，Transport Policy 17；界限由碳点点自行设定',
    ),
    row(
      'slowed',
      '放慢的行车记录不算骑行',
      `平常一次停留超过此，而且起步、刹停要 ${told.slowChangeMs / 1_000} 秒以上（按位置为 ${placed.slowChangeMs / 1_000} 秒），或短时间的速度变化不到长时间的 ${percent(limits.slowForgetting)}`,
      `${limits.usualWaitMs / 1_000} 秒`,
    ),
    row(
      'style',
      '速度的变化怎么看',
      `慢于 ${kmAnHour(limits.movingMetresPerSecond)} 公里/时为停留；移动时间的 ${percent(limits.cruisingShare)} 都不快于的速度为平常的最快，不到它的 ${percent(limits.onTheWayShare)} 为起停，起步、刹停量的是它的 ${percent(limits.changeShares.from)} 到 ${percent(limits.changeShares.to)}；加速、快慢和跑步各在 ${limits.pullMs / 1_000}、${limits.hasteMs / 1_000}、${limits.driftMs / 1_000} 秒里看，短时间和长时间为 ${secondsOf(told)} 秒（按位置为 ${secondsOf(placed)} 秒）`,
      `${limits.pullMs / 1_000} 至 ${limits.driftMs / 1_000} 秒`,
    ),
    row(
      'gaps',
      '轨迹的缺口',
      `超过 ${limits.gapMs / 1_000} 秒没有位置而且走了 ${limits.restMetres} 米以上；一次超过 ${limits.mostLostAtOnceMetres} 米，或合计过半，就不计`,
      `${limits.mostLostShare * 100}%`,
    ),
    row(
      'jumps',
      '轨迹的跳点',
      `两个位置之间快于此，误差除外；误差超过 ${limits.worstAccuracyMetres} 米的位置不用，用得上的要有 ${percent(limits.leastUsableShare)}`,
      `${kmAnHour(limits.teleportMetresPerSecond)} 公里/时`,
    ),
    row(
      'made-up',
      '编造的轨迹',
      `速度几乎不变（变化不到 ${limits.leastSpeedVariation * 100}%，按手机自己的速度 ${limits.leastToldVariation * 100}%，相邻两次 ${limits.leastStepChange * 100}%）、位置排得太直（偏离不到 ${limits.leastWanderMetres} 米）、间隔精确到毫秒（超过 ${percent(limits.mostEvenTimesShare)}）、重复走过的位置（超过 ${percent(limits.mostRepeatedShare)}）、手机的速度与位置差 ${percent(limits.mostSpeedDifference)} 以上、手机报告为模拟定位，或与任何人交过的一样`,
      '不计',
    ),
  ];
};
