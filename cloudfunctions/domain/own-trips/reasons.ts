import type { OwnTripReason } from './store';

/** Why own trips are not paid, whatever their source: with what their rider can do. */
const texts = {
  OVERLAPS_RIDE: '这段时间已有合作方核验的出行入账，同一次出行只计一次，无需再记',
  OVERLAPS: '这段时间已有另一次出行入账，同一次出行只计一次。请到“出行”里查看那一次',
  ELSEWHERE: '这段时间的出行你已声明计入其他减排机制，不再重复计入。想改回来，请先撤销那次声明',
  REVERSED: '碳点点核查后撤销了这次入账，积分已收回。若有疑问，请联系客服',
  NO_TIME: '结束时间不晚于开始时间，请核对后重新记录',
  IN_THE_FUTURE: '结束时间在将来，请检查手机的时间设置后重新记录',
  TOO_OLD: '这次出行超过 30 天，不再入账，以后请在 30 天内记录',
  TOO_LONG: '一次出行不超过 12 小时，请分次记录',
  NO_FACTOR: '所在城市还没有这种出行方式的减排系数，暂不入账',
  TOO_SHORT: '里程太短，折半后不足 1 积分，没有可入账的积分',
  DAY_CAP: '当天这种记录方式的积分已达每天上限。上限按出行开始的日期计，第二天照常入账',
  MONTH_CAP: '当月这种记录方式的积分已达每月上限。上限按出行开始的月份计，下个月照常入账',
  MONTH_TRIPS: '当月这种记录方式的次数已达上限。次数按出行开始的月份计，下个月照常入账',
} as const;

export type OwnTripRefusal = keyof typeof texts;
export const ownTripRefusals = Object.keys(texts) as OwnTripRefusal[];

export const reasonOf = (code: OwnTripRefusal): OwnTripReason => ({ code, text: texts[code] });
