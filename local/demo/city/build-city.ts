import { addDays, DAY_MS, MINUTE_MS, startOfDayMs } from '../beijing-time';
import type { City, Departure, Join } from './city';
import { makeGifts } from './make-gifts';
import { badTickets, delay, repeats } from './make-mishaps';
import { makeReversals } from './make-reversals';
import { makeRiders, type RiderCounts } from './make-riders';
import { type Month, makeRides } from './make-rides';
import type { MetroNetwork } from './metro-network';
import type { Ride } from './ride';
import type { Rider } from './rider';

export interface CityPlan {
  network: MetroNetwork;
  /** First Beijing day. */
  startDay: string;
  seed?: string;
  dayCount?: number;
  counts?: RiderCounts;
}

export const MONTH_DAYS = 30;
const SEED = 'tandiandian';
/** The one who leaves does so after this part of the month. */
const DEPARTS_AFTER = 0.6;

/** The same plan gives the same city, on every machine. */
export function buildCity({
  network,
  startDay,
  seed = SEED,
  dayCount = MONTH_DAYS,
  counts = {},
}: CityPlan): City {
  const startMs = startOfDayMs(startDay);
  const days = Array.from({ length: dayCount }, (_, number) => addDays(startDay, number));
  const month: Month = { seed, days, startMs, endMs: startMs + dayCount * DAY_MS };
  const riders = makeRiders(network, seed, dayCount, counts);
  const joins = riders.map(rider => joinOf(rider, startMs)).sort((left, right) => left.atMs - right.atMs);
  const departures = departuresOf(riders, month);
  const good = riders.flatMap(rider => makeRides(network, rider, month)).map(ride => delay(ride, month));
  const reversals = makeReversals(good, month);
  const reversed = new Set(reversals.map(({ ticketId }) => ticketId));
  const standing = good.filter(({ ticket }) => !reversed.has(ticket.ticketId));
  const steady = standing.filter(ride => isSteady(ride, joins, departures));
  const rides = [...good, ...repeats(good, month), ...badTickets(steady, month)].sort(byFeed);
  return { ...month, riders, joins, rides, reversals, gifts: makeGifts(joins, month), departures };
}

const joinOf = (rider: Rider, startMs: number): Join => ({
  rider,
  atMs: startMs + rider.habits.joinsOnDay * DAY_MS + rider.habits.joinsAtMinute * MINUTE_MS,
});

/** The last commuter, if there are two of them. */
function departuresOf(riders: readonly Rider[], { startMs, days }: Month): Departure[] {
  const commuters = riders.filter(rider => rider.kind === 'commuter');
  const rider = commuters.at(-1);
  if (rider === undefined || commuters.length < 2) return [];
  return [{ rider, atMs: startMs + Math.round(days.length * DEPARTS_AFTER * DAY_MS) }];
}

/** Whether the card is bound when the ride is fed, and stays so. */
function isSteady(
  { openid, feedAtMs }: Ride,
  joins: readonly Join[],
  departures: readonly Departure[],
): boolean {
  if (departures.some(({ rider }) => rider.openid === openid)) return false;
  return joins.some(({ rider, atMs }) => rider.openid === openid && atMs < feedAtMs);
}

/** Rides that are fed together keep the order in which they ended; the ticket decides between equal ones. */
function byFeed(left: Ride, right: Ride): number {
  return (
    left.feedAtMs - right.feedAtMs ||
    left.ticket.exit.atMs - right.ticket.exit.atMs ||
    (left.ticket.ticketId < right.ticket.ticketId ? -1 : 1)
  );
}
