import { randomBytes } from 'node:crypto';
import { MINUTE_MS } from '../beijing-time';
import type { MetroNetwork } from '../city/metro-network';
import type { Ticket } from '../city/ride';
import type { Rider } from '../city/rider';

/** Through the gates and to the platform and back, besides the time on the train. */
const WALK_MS = 5 * MINUTE_MS;
/** The ride has just ended. */
const ENDED_AGO_MS = MINUTE_MS;

export interface RideWish {
  /** Where the rider stands, as far as one knows; home when not given. */
  from?: string | undefined;
  to?: string | undefined;
}

/** From where the rider is to work, or home from anywhere else. Throws `RangeError` for a station that there is not. */
export function planRide(network: MetroNetwork, rider: Rider, wish: RideWish, nowMs: number): Ticket {
  const { home, usual } = rider.habits;
  const from = wish.from ?? (wish.to === home ? usual : home);
  const to = wish.to ?? (from === home ? usual : home);
  const { seconds } = network.route(from, to);
  const exitMs = nowMs - ENDED_AGO_MS;
  return {
    // A new ticket each time: the same one again would be the same ride.
    ticketId: `try-${randomBytes(8).toString('hex')}`,
    riderToken: rider.riderToken,
    mode: 'metro',
    entry: { station: from, atMs: exitMs - Math.round(seconds) * 1000 - WALK_MS },
    exit: { station: to, atMs: exitMs },
  };
}
