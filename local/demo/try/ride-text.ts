import { MINUTE_MS, timeOf } from '../beijing-time';
import type { Ticket } from '../city/ride';
import type { Delivery } from '../operator/deliver-rides';
import type { AccountBalance, ShownTrip } from '../people/account';
import { balanceText, tripText } from './statement-text';

/** What became of one ride, for the person who sent it. */
export interface RideResult {
  ticket: Ticket;
  delivery: Delivery;
  /** As the rider sees it; undefined where it is not among the latest trips. */
  trip: ShownTrip | undefined;
  /** Null where the rider has not signed in yet. */
  balance: AccountBalance | null;
  /** Somebody else to try with. */
  otherOpenid: string;
}

export function rideText(result: RideResult): string {
  const { ticket, balance } = result;
  const balanceLine =
    balance === null ? '这位乘客还没有登录过：演示数据灌入到那一天才会加入。' : balanceText(balance);
  return [rideLine(ticket), answerLine(result), balanceLine].join('\n');
}

function rideLine({ entry, exit }: Ticket): string {
  return `行程：${timeOf(entry.atMs)} ${entry.station} 进站，${timeOf(exit.atMs)} ${exit.station} 出站`;
}

function answerLine({ delivery, ticket, trip, otherOpenid }: RideResult): string {
  const refused = delivery.rejected[0];
  if (refused?.code === 'OVERLAPS') return overlapText(ticket, otherOpenid);
  if (refused !== undefined) return `答复：没有接受（${refused.code}：${refused.message}）`;
  if (delivery.pending > 0) return '答复：这张卡还没有绑定，行程等待绑定后入账（最多 30 天）';
  if (trip === undefined) return '答复：已接受';
  const capped = trip.cappedBy === null ? '' : '（已到积分上限）';
  return `答复：已入账，${tripText(trip)}，减排 ${trip.grams} 克，得 ${trip.creditedGrams} 碳积分${capped}`;
}

function overlapText({ entry, exit }: Ticket, otherOpenid: string): string {
  const minutes = Math.ceil((exit.atMs - entry.atMs) / MINUTE_MS);
  return [
    '答复：没有接受（OVERLAPS）：这位乘客在这段时间里已有另一次行程，一个人不能同时坐两趟车。',
    `可以 ${minutes} 分钟后再试，或换一位乘客：npm run ride -- --rider ${otherOpenid}`,
  ].join('\n');
}
