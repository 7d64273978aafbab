import * as z from 'zod';
import { dayOf, MINUTE_MS, startOfDayMs } from '../beijing-time';
import type { EndpointClock } from '../http/endpoint-clock';
import { Phone, PhoneError } from '../people/phone';
import { posterCode, type StationKey } from './station-code';
import type { StationPlace } from './station-places';

/** Somebody who buys a ticket and scans the posters. */
interface TicketRide {
  openid: string;
  /** Days before the month's last one. */
  daysBefore: number;
  from: string;
  to: string;
  minutes: number;
}

/** In the evening, after everybody's way home and before the operator sends the day. */
const STARTS_AT_MINUTE = 20 * 60 + 10;

const rides: readonly TicketRide[] = [
  { openid: 'demo-tourist-001', daysBefore: 12, from: '世界之窗', to: '福田', minutes: 31 },
  { openid: 'demo-commuter-001', daysBefore: 5, from: '福田', to: '罗湖', minutes: 27 },
  { openid: 'demo-commuter-001', daysBefore: 2, from: '罗湖', to: '布吉', minutes: 24 },
];

export interface TicketWorld {
  url: string;
  clock: EndpointClock;
  key: StationKey;
  places: ReadonlyMap<string, StationPlace>;
  /** Of the month, in order. */
  days: readonly string[];
}

const ACCURACY_METRES = 25;

/** What the product may answer somebody who has not joined yet, or whose trip of before the demo was stopped is over. */
const declining = ['NOT_SIGNED_IN', 'CONSENT_REQUIRED', 'STATION_TRIP_OPEN', 'NO_STATION_TRIP'];

/** Rides by tickets on the day of that time, with the clock walked along; it does not pass the time. May be repeated. */
export async function rideByTicket(world: TicketWorld, untilMs: number): Promise<void> {
  const today = dayOf(untilMs);
  const due = rides.filter(({ daysBefore }) => world.days.at(-1 - daysBefore) === today);
  for (const ride of due) {
    const startMs = startOfDayMs(today) + STARTS_AT_MINUTE * MINUTE_MS;
    const nowMs = Math.max(await world.clock.nowMs(), startMs);
    if (nowMs + ride.minutes * MINUTE_MS >= untilMs) continue;
    await takeRide(world, ride, nowMs, today).catch(unlessDeclined);
  }
}

function unlessDeclined(error: unknown): void {
  if (!(error instanceof PhoneError && declining.includes(error.code))) throw error;
}

/** The clock goes on while things happen, and never back. */
async function reach(clock: EndpointClock, atMs: number): Promise<void> {
  if ((await clock.nowMs()) < atMs) await clock.jumpTo(atMs);
}

async function takeRide(
  { url, clock, key, places }: TicketWorld,
  { openid, from, to, minutes }: TicketRide,
  startMs: number,
  today: string,
): Promise<void> {
  const phone = new Phone(url, openid);
  const scan = (procedure: string, station: string): Promise<unknown> => {
    const input = { code: posterCode(key, station), ...places.get(station), accuracyMetres: ACCURACY_METRES };
    return phone.call(z.unknown(), procedure, input, `ticket-${today}-${procedure.replace('.', '-')}`);
  };
  await reach(clock, startMs);
  await phone.call(z.unknown(), 'stationTrips.agree', {}, 'ticket-agree');
  await scan('stationTrips.enter', from);
  await reach(clock, startMs + minutes * MINUTE_MS);
  await scan('stationTrips.exit', to);
}
