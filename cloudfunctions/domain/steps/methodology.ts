import type { Incentive } from '../../contract/rides';
import { DAY_CAP_CREDITS, HISTORY_DAYS, MOST_STEPS, STEPS_PER_CREDIT } from './rules';

/** Where the numbers come from, for the page of methods. */
export const methodologyOf = (): Incentive[] => [
  {
    key: 'steps-rate',
    title: '步数',
    rule: `每 ${STEPS_PER_CREDIT} 步 1 积分，不足的舍去`,
    value: '0.02 积分/步',
    source: '武汉碳普惠步行场景，2022 年',
    standing: 'secondary',
  },
  {
    key: 'steps-day-cap',
    title: '步数每天上限',
    rule: `${(DAY_CAP_CREDITS * STEPS_PER_CREDIT).toLocaleString('en-US')} 步封顶`,
    value: `${DAY_CAP_CREDITS} 积分`,
    source: '蚂蚁森林步行每日上限，2019 年',
    standing: 'secondary',
  },
  {
    key: 'steps-history',
    title: '步数能算多久以前的',
    rule: '第一次读取时往回算，以后按天补',
    value: `${HISTORY_DAYS} 天`,
    source: '微信只给最近 31 天的步数',
    standing: 'official',
  },
  {
    key: 'steps-most',
    title: '一天的步数不会超过',
    rule: '超过的当作读错，那一天不算',
    value: `${MOST_STEPS.toLocaleString('en-US')} 步`,
    source: '碳点点自行设定',
    standing: 'own',
  },
];
