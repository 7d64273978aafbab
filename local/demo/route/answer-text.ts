import { timeOf } from '../beijing-time';
import type { PartnerError } from '../operator/partner-client';
import type { SentRide } from './send-ride';

/** What the side panel shows, the code in small letters after the words, and a test reads. */
export interface OperatorAnswer {
  ok: boolean;
  /** Empty when all went well. */
  code: string;
  text: string;
}

/** What became of a ride, in words. */
export function rideAnswer({ ticket: { entry, exit }, from, to, delivery, trip }: SentRide): OperatorAnswer {
  const ride = `${timeOf(entry.atMs)} ${from} → ${timeOf(exit.atMs)} ${to}`;
  const [refused] = delivery.rejected;
  if (refused !== undefined)
    return {
      ok: false,
      code: refused.code,
      text: `${ride}\n没有接受：${refused.message}`,
    };
  if (delivery.pending > 0)
    return { ok: true, code: '', text: `${ride}\n这张卡还没有绑定：行程先等着，绑卡后入账（最多 30 天）` };
  if (trip === undefined) return { ok: true, code: '', text: `${ride}\n已接受` };
  const capped = trip.cappedBy === null ? '' : '（到了上限）';
  const way = `${from} → ${to} ${(trip.distanceMetres / 1000).toFixed(1)} 公里`;
  return { ok: true, code: '', text: `${way}\n已入账：${trip.creditedGrams} 碳积分${capped}` };
}

/** @param whose the partner, where it is not the metro's operator */
export const boundAnswer = (riderToken: string, whose = ''): OperatorAnswer => ({
  ok: true,
  code: '',
  text: `已绑定${whose}尾号 ${riderToken.slice(-4)} 的卡，打开着的绑卡页会自己更新`,
});

export function refusalAnswer({ code, message }: PartnerError): OperatorAnswer {
  const reason = message.replace(/^[A-Z_]+ \(\d+\): /, '');
  return { ok: false, code, text: reason };
}
