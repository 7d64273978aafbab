import type { Incentive } from '../../contract/rides';
import {
  ALLOWANCE_MS,
  FASTEST_BETWEEN_TRIPS_KM_AN_HOUR,
  FASTEST_KM_AN_HOUR,
  FORGOTTEN_SHOWN_MS,
  LAST_EXIT_KEPT_MS,
  LAST_EXIT_MINUTE,
  LONGEST_MS,
  NEAR_METRES,
  OPENS_MINUTE,
  SCREEN_STEP_MS,
  SHORTEST_MS,
  SLOWEST_KM_AN_HOUR,
  STEPS_GOOD,
  WORST_ACCURACY_METRES,
} from './rules';

const OWN_JUDGEMENT = '碳点点自行设定';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Every number that trips by codes at stations are judged by. */
export const methodologyOf = (): Incentive[] => [
  {
    key: 'station-code-place',
    title: '扫码乘车：位置',
    rule: `进站和出站扫码时，手机离车站不超过 ${NEAR_METRES} 米，定位误差不超过 ${WORST_ACCURACY_METRES} 米`,
    value: `${NEAR_METRES} 米`,
    source: OWN_JUDGEMENT,
    standing: 'own',
  },
  {
    key: 'station-code-distance',
    title: '扫码乘车：里程',
    rule: '两站之间沿轨道的最短里程，绕路不多算',
    value: '最短里程',
    source: '香港科技大学交通实验室 China-Metro-Info（2024 年 3 月）的线网',
    standing: 'secondary',
  },
  {
    key: 'station-code-time',
    title: '扫码乘车：用时',
    rule: `两次扫码至少隔 ${SHORTEST_MS / MINUTE_MS} 分钟，至多 ${LONGEST_MS / HOUR_MS} 小时；平均不快于每小时 ${FASTEST_KM_AN_HOUR} 公里，除去 ${ALLOWANCE_MS / MINUTE_MS} 分钟等候后不慢于每小时 ${SLOWEST_KM_AN_HOUR} 公里`,
    value: `${SLOWEST_KM_AN_HOUR}–${FASTEST_KM_AN_HOUR} 公里/小时`,
    source: OWN_JUDGEMENT,
    standing: 'own',
  },
  {
    key: 'station-code-hours',
    title: '扫码乘车：运营时间',
    rule: `${OPENS_MINUTE / 60}:00 到 24:00 可以进站，次日 ${LAST_EXIT_MINUTE / 60}:00 前可以出站`,
    value: `${OPENS_MINUTE / 60}:00–次日 ${LAST_EXIT_MINUTE / 60}:00`,
    source: '各线公布的首末班车时间（6:00–6:30 首班，22:49–24:00 末班），放宽由碳点点自行设定',
    standing: 'own',
  },
  {
    key: 'station-code-screen',
    title: '扫码乘车：动态码',
    rule: `工作人员屏幕上的码定时更换，换下的码再有效 ${STEPS_GOOD} 次更换的时间`,
    value: `${SCREEN_STEP_MS / 1_000} 秒`,
    source: OWN_JUDGEMENT,
    standing: 'own',
  },
  {
    key: 'station-code-between',
    title: '扫码乘车：两次之间',
    rule: `出站后到别的站进站，直线折算不快于此；出站的站记 ${LAST_EXIT_KEPT_MS / HOUR_MS} 小时，忘了出站的行程显示 ${FORGOTTEN_SHOWN_MS / HOUR_MS / 24} 天`,
    value: `${FASTEST_BETWEEN_TRIPS_KM_AN_HOUR} 公里/小时`,
    source: '《道路交通安全法实施条例》第七十八条：小型载客汽车最高 120 公里/小时，据媒体转述',
    standing: 'secondary',
  },
];
