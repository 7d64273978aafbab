import { HOUR_MS } from '../beijing-time';
import type { Reversal } from './city';
import type { Month } from './make-rides';
import { RandomStream } from './random-stream';
import type { Ride } from './ride';

const LIKELIHOOD = 0.006;
/** A ride that hangs on its way through the operator's systems is often one that something is wrong with. */
const LATE_RIDE_LIKELIHOOD = 0.05;
const LATE_MS = 4 * HOUR_MS;
const reasons = ['闸机重复扣费，已退款', '票卡异常，行程作废', '乘客申诉成立，已退票'] as const;

/** The operator takes some rides back within three days; where a ride is late its reversal may come first. */
export function makeReversals(rides: readonly Ride[], { seed, endMs }: Month): Reversal[] {
  return rides
    .flatMap(({ ticket, feedAtMs }) => {
      const random = new RandomStream(`${seed}:reversal:${ticket.ticketId}`);
      const isLate = feedAtMs - ticket.exit.atMs > LATE_MS;
      if (!random.chance(isLate ? LATE_RIDE_LIKELIHOOD : LIKELIHOOD)) return [];
      const afterMs = random.between(2, isLate ? 12 : 60) * HOUR_MS;
      const atMs = Math.min(ticket.exit.atMs + afterMs, endMs);
      return [{ ticketId: ticket.ticketId, reason: random.pick(reasons), atMs }];
    })
    .sort((left, right) => left.atMs - right.atMs || (left.ticketId < right.ticketId ? -1 : 1));
}
