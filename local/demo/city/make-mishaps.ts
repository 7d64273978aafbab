import { HOUR_MS, MINUTE_MS } from '../beijing-time';
import type { Month } from './make-rides';
import { RandomStream } from './random-stream';
import type { Mishap, Ride } from './ride';

const mishaps: readonly Mishap[] = ['same-station', 'too-fast', 'unknown-station', 'double-booked'];
/** One bad ticket for so many good ones. */
const RIDES_A_MISHAP = 280;
/** By so much the bad ticket follows the good one, so that it is the bad one that is refused. */
const BEHIND_MS = 8 * HOUR_MS;
const LATE_LIKELIHOOD = 0.03;
const LEAST_LATE_HOURS = 5;
const MOST_LATE_HOURS = 47;
const REPEAT_LIKELIHOOD = 0.008;

/** Some rides come up to two days late; everything has been delivered when the month is over. */
export function delay(ride: Ride, { seed, endMs }: Month): Ride {
  const random = new RandomStream(`${seed}:delay:${ride.ticket.ticketId}`);
  const lateMs = random.chance(LATE_LIKELIHOOD)
    ? random.between(LEAST_LATE_HOURS * 60, MOST_LATE_HOURS * 60) * MINUTE_MS
    : 0;
  return { ...ride, feedAtMs: Math.min(ride.feedAtMs + lateMs, endMs) };
}

/** Some rides are delivered again some hours later, because an answer was lost on the operator's side. */
export function repeats(rides: readonly Ride[], { seed, endMs }: Month): Ride[] {
  return rides.flatMap(ride => {
    const random = new RandomStream(`${seed}:repeat:${ride.ticket.ticketId}`);
    if (!random.chance(REPEAT_LIKELIHOOD)) return [];
    return [{ ...ride, feedAtMs: Math.min(ride.feedAtMs + random.between(1, 30) * HOUR_MS, endMs) }];
  });
}

/**
 * Bad tickets beside good ones of the same riders.
 * @param rides good rides of cards that are bound when the ride is fed, because a ride that waits is not compared with others
 */
export function badTickets(rides: readonly Ride[], { endMs }: Month): Ride[] {
  return rides
    .filter(({ feedAtMs }) => feedAtMs + BEHIND_MS <= endMs)
    .filter((_, index) => index % RIDES_A_MISHAP === Math.floor(RIDES_A_MISHAP / 2))
    .map((ride, index) => spoil(ride, mishaps[index % mishaps.length]!));
}

function spoil(ride: Ride, mishap: Mishap): Ride {
  const { entry, exit, ticketId } = ride.ticket;
  const spoilt = { ...ride.ticket, ticketId: `${ticketId}-x` };
  const bad = { ...ride, mishap, feedAtMs: ride.feedAtMs + BEHIND_MS };
  switch (mishap) {
    case 'same-station':
      return { ...bad, ticket: { ...spoilt, exit: { ...exit, station: entry.station } } };
    case 'too-fast':
      return { ...bad, ticket: { ...spoilt, exit: { ...exit, atMs: entry.atMs + 40_000 } } };
    case 'unknown-station':
      return { ...bad, ticket: { ...spoilt, entry: { ...entry, station: '测试闸机' } } };
    case 'double-booked':
      return { ...bad, ticket: spoilt };
  }
}
