import type { Incentive } from '../../contract/rides';
import { DAY_MS } from '../../platform/beijing-time';
import { ownTripCaps, type Parameters } from '../parameters';
import { LONGEST_MS, OLDEST_MS } from './judge-own-trip';
import { type OwnTripSource, ownTripSources } from './store';

const HOUR_MS = 3_600_000;
const OWN_JUDGEMENT = '碳点点自行设定，可由员工经审批调整';

const names: Readonly<Record<OwnTripSource, string>> = {
  'bike-track': '骑行轨迹',
  'station-code': '站点扫码',
  'self-report': '截图申报',
};

const capsOf = (source: OwnTripSource, parameters: Parameters): Incentive => {
  const { dayBonusCap, monthBonusCap, monthTrips } = ownTripCaps(parameters, source);
  return {
    key: `own-trip-caps-${source}`,
    title: `${names[source]}上限`,
    rule: `每月最多 ${monthBonusCap} 积分、${monthTrips} 次。按出行开始的日期和月份计，低于上限的部分照付`,
    value: `每天 ${dayBonusCap} 积分`,
    source: OWN_JUDGEMENT,
    standing: 'own',
  };
};

/** Every number that own trips are paid by, whatever their source. */
export const methodologyOf = (parameters: Parameters): Incentive[] => [
  {
    key: 'own-trip-half',
    title: '自己记录的出行',
    rule: '没有合作方签名，不算减排，只按同样里程减排量的一半发奖励积分，向下取整',
    value: '减排克数 ÷ 2',
    source: '武汉碳普惠的做法：自行申报 52 分，核验 105 分',
    standing: 'secondary',
  },
  {
    key: 'own-trip-replaced',
    title: '换成核验的减排',
    rule: '合作方核验了同一段时间的出行时，收回没用掉的奖励积分，按核验结果全额计减排；最多收回核验所得的数量，已用掉的不再追回',
    value: '只换不加',
    source: OWN_JUDGEMENT,
    standing: 'own',
  },
  {
    key: 'own-trip-time',
    title: '时限',
    rule: `出行结束后才能入账，从开始算起不超过 ${OLDEST_MS / DAY_MS} 天；一次不超过 ${LONGEST_MS / HOUR_MS} 小时`,
    value: `${OLDEST_MS / DAY_MS} 天、${LONGEST_MS / HOUR_MS} 小时`,
    source: '30 天与合作方报送的时限相同，12 小时由碳点点自行设定',
    standing: 'own',
  },
  ...ownTripSources.map(source => capsOf(source, parameters)),
];
