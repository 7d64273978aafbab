import { DAY_MS, isWeekend, MINUTE_MS } from '../beijing-time';
import { kindOf } from './kinds';
import type { MetroNetwork } from './metro-network';
import { RandomStream } from './random-stream';
import type { Ride, Ticket } from './ride';
import type { Intention, Rider } from './rider';

export interface Month {
  seed: string;
  /** Beijing days, `YYYY-MM-DD`, in order. */
  days: readonly string[];
  startMs: number;
  endMs: number;
}

/** The metro opens at half past six, and who is not through the gate before the last trains takes a taxi. */
const OPENS_AT_MINUTE = 6 * 60 + 30;
const CLOSES_AT_MINUTE = 23 * 60 + 40;
/** From the gate to the platform, waiting, and out again. */
const LEAST_WALK_SECONDS = 150;
const MOST_WALK_SECONDS = 520;
/** Between leaving one gate and passing the next. */
const PAUSE_MINUTES = 4;
/** Operators pass rides on in small portions. */
const LEAST_FEED_MINUTES = 3;
const MOST_FEED_MINUTES = 45;

/** Every good ride of a rider, in order, none overlapping another. */
export function makeRides(network: MetroNetwork, rider: Rider, month: Month): Ride[] {
  return month.days.flatMap((day, number) => {
    const { firstDay, lastDay } = rider.habits;
    if (number < firstDay || number > lastDay) return [];
    const random = new RandomStream(`${month.seed}:${rider.openid}:${day}`);
    const intentions = kindOf(rider.kind).intentions(rider, { number, weekend: isWeekend(day) }, random);
    const dayStartMs = month.startMs + number * DAY_MS;
    return ridesOfDay(network, rider, intentions, dayStartMs, random).map((ticket, index) => ({
      openid: rider.openid,
      ticket: { ...ticket, ticketId: `${ticketPrefix(day, rider)}-${index + 1}` },
      feedAtMs: ticket.exit.atMs + random.between(LEAST_FEED_MINUTES, MOST_FEED_MINUTES) * MINUTE_MS,
      mishap: null,
    }));
  });
}

const ticketPrefix = (day: string, { openid }: Rider): string =>
  `sz${day.replaceAll('-', '')}-${openid.replace('demo-', '')}`;

function ridesOfDay(
  network: MetroNetwork,
  rider: Rider,
  intentions: readonly Intention[],
  dayStartMs: number,
  random: RandomStream,
): Omit<Ticket, 'ticketId'>[] {
  const made: Omit<Ticket, 'ticketId'>[] = [];
  let freeAtMs = dayStartMs + OPENS_AT_MINUTE * MINUTE_MS;
  for (const intention of intentions) {
    const wantedMs = dayStartMs + intention.leavesAtMinute * MINUTE_MS + random.between(0, 59) * 1000;
    const ticket = travel(network, rider, intention, Math.max(wantedMs, freeAtMs), random);
    if (ticket.exit.atMs > dayStartMs + CLOSES_AT_MINUTE * MINUTE_MS) break;
    freeAtMs = ticket.exit.atMs + PAUSE_MINUTES * MINUTE_MS;
    made.push(ticket);
  }
  return made;
}

function travel(
  network: MetroNetwork,
  { riderToken }: Rider,
  { from, to }: Intention,
  entryMs: number,
  random: RandomStream,
): Omit<Ticket, 'ticketId'> {
  const route = network.route(from, to);
  const seconds = Math.round(route.seconds) + random.between(LEAST_WALK_SECONDS, MOST_WALK_SECONDS);
  const ticket = {
    riderToken,
    mode: 'metro' as const,
    entry: { station: from, atMs: entryMs },
    exit: { station: to, atMs: entryMs + seconds * 1000 },
  };
  // Some gates report the way that the fare was computed for; the product takes the shortest way where that is less.
  return random.chance(0.4) ? { ...ticket, distanceMetres: route.metres } : ticket;
}
