import { type RideRejection, rideRejections } from '../../contract/partner';
import { REVERSED_BY_STAFF } from './reverse-ride';
import type { Cap, Trip } from './store';

/** What a rider can do about each refusal; the refusal itself stands in `rideRejections`. */
const advice: Readonly<Record<RideRejection, string>> = {
  UNKNOWN_STATION: '请联系乘车的运营方核对站点',
  SAME_STATION: '回到起点的行程不计减排，无需处理',
  EXIT_BEFORE_ENTRY: '请联系乘车的运营方核对进出站时间',
  TOO_LONG: '超过 4 小时的行程不入账；若进出站时间有误，请联系运营方更正',
  OVERLAPS: '同一时间只能有一次出行入账，请到“出行”里查看已入账的那一次；若卡借给了别人，请把卡解绑',
  TOO_OLD: '行程要在 30 天内绑定卡片并入账，以后请尽早绑卡',
  MODE_NOT_ALLOWED: '这种出行方式暂不入账',
  IMPOSSIBLE_SPEED: '请联系乘车的运营方核对站点和时间',
  IN_THE_FUTURE: '请联系乘车的运营方核对时间',
  IMPLAUSIBLE_DISTANCE: '请联系行程的运营方核对里程和起终点',
  NO_SHARED_CAR: '请联系合乘的运营方补发同车行程编号',
  CAR_DISAGREES: '请联系合乘的运营方核对同车人数，同一辆车只能有一个人数',
  CAR_FULL: '请联系合乘的运营方核对同车人数和票数',
  NO_OCCUPANTS: '请联系合乘的运营方核对同车人数；一个人乘车不是合乘',
  NO_REDUCTION: '绕行多于合乘省下的路程时不入账，无需处理',
  NO_DISTANCE: '请联系乘车的运营方补充里程',
  BEFORE_UNBINDING: '解绑之前的行程不会转给后来绑卡的人',
  IDEMPOTENCY_CONFLICT: '请联系乘车的运营方核对票号',
};

const capTexts: Readonly<Record<Cap, string>> = {
  day: '当天入账已达每天上限。上限按进站日期计，第二天的出行照常入账',
  month: '当月入账已达每月上限。上限按进站月份计，下个月的出行照常入账',
  source: '当天这类出行的入账已达上限。上限按进站日期计，第二天的出行照常入账',
};

const isRejection = (reason: string | null): reason is RideRejection =>
  reason !== null && Object.hasOwn(rideRejections, reason);

function textOfRefusal(reason: string | null): string {
  if (!isRejection(reason)) return '这次出行没有入账，请联系乘车的运营方核对';
  return `${rideRejections[reason]}。${advice[reason]}`;
}

function textOfCredited({ creditedGrams, cappedBy, evidence }: Trip): string | null {
  if (cappedBy !== null) {
    const part = creditedGrams > 0 ? `只入账 ${creditedGrams} 克：` : '没有入账：';
    return `${part}${capTexts[cappedBy]}`;
  }
  return evidence?.grams === 0 ? '里程太短，减排量不足 1 克，没有可入账的积分' : null;
}

/**
 * Why a trip paid less than its grams or nothing, in words with what its rider can do; null when it paid in full. Pure.
 * A reversal's own reason is the partner's and not repeated: it may say more than concerns whoever reads this.
 */
export function explainPayment(trip: Trip): string | null {
  switch (trip.state) {
    case 'credited':
      return textOfCredited(trip);
    case 'reversed':
      return trip.reason === REVERSED_BY_STAFF
        ? '碳点点核查后撤销了这次出行，已入账的积分已收回。若有疑问，请联系客服'
        : '运营方撤销了这次出行，已入账的积分已收回。若有疑问，请联系乘车的运营方';
    case 'elsewhere':
      return '已声明计入其他减排机制，这里不再计入。想改回来，可在“一次出行只算一次”里撤销声明';
    case 'refused':
      return textOfRefusal(trip.reason);
    case 'waiting-binding':
      return '正在等待入账：绑卡之后会自动补记，通常几分钟内完成';
    case 'waiting-ride':
      return '只收到了撤销，还没有收到这次出行';
  }
}
