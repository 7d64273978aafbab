import { addDays, DAY_MS, MINUTE_MS } from '../beijing-time';
import type { City } from '../city/city';
import { RandomStream } from '../city/random-stream';
import type { Rider } from '../city/rider';
import { partnerOf, type SignedMode, tokenAt } from './demo-partners';
import type { ModePlace } from './mode-places';
import { type ModeTicket, minutesOf, modeTicket } from './mode-ticket';

/** A ride that its partner sends on the evening of its day. */
export interface ModeRide {
  rider: Rider;
  mode: SignedMode;
  /** Of the month, from 0. */
  day: number;
  ticket: ModeTicket;
}

interface Habit {
  openid: string;
  mode: SignedMode;
  /** Days of the month, or how many days without the metro: whoever is in another city takes none. */
  on: readonly number[] | { away: number };
}

/** The rider that people are told to try things with does everything; the others have a habit each. */
const habits: readonly Habit[] = [
  { openid: 'demo-commuter-001', mode: 'bus', on: [6, 13, 20, 24, 28] },
  { openid: 'demo-commuter-001', mode: 'shared-bike', on: [8, 15, 22, 27] },
  { openid: 'demo-commuter-001', mode: 'shared-e-bike', on: [10, 17, 25] },
  { openid: 'demo-commuter-001', mode: 'nev', on: { away: 1 } },
  { openid: 'demo-commuter-001', mode: 'carpool', on: { away: 2 } },
  { openid: 'demo-commuter-004', mode: 'bus', on: [7, 14, 21, 28] },
  { openid: 'demo-student-001', mode: 'shared-bike', on: [9, 16, 23, 26] },
  { openid: 'demo-student-010', mode: 'shared-e-bike', on: [11, 18, 25] },
  { openid: 'demo-occasional-004', mode: 'nev', on: { away: 2 } },
  { openid: 'demo-commuter-012', mode: 'carpool', on: { away: 2 } },
];

/** The partners have joined by then. */
const FIRST_DAY = 6;
/** Minutes of the day at which nobody of these is underway otherwise, tried in this order. */
const tries: readonly number[] = [
  10 * 60 + 20,
  15 * 60 + 40,
  11 * 60 + 25,
  16 * 60 + 35,
  9 * 60 + 35,
  19 * 60 + 5,
];
const APART_MS = 12 * MINUTE_MS;

type Places = (mode: SignedMode) => readonly ModePlace[];

const dayOfRide = ({ startMs }: City, atMs: number): number => Math.floor((atMs - startMs) / DAY_MS);

/** When the metro's rides of that rider and day are, mishaps and all. */
const busyOn = (city: City, openid: string, day: number): { fromMs: number; toMs: number }[] =>
  city.rides
    .filter(ride => ride.openid === openid && dayOfRide(city, ride.ticket.entry.atMs) === day)
    .map(({ ticket }) => ({ fromMs: ticket.entry.atMs - APART_MS, toMs: ticket.exit.atMs + APART_MS }));

const isJourney = (on: Habit['on']): on is { away: number } => 'away' in on;

/** The journeys of a rider take turns over the days without the metro. */
function journeyDays(city: City, openid: string, on: { away: number }): number[] {
  const journeys = habits
    .filter(habit => habit.openid === openid)
    .flatMap(habit => (isJourney(habit.on) ? [habit.on] : []));
  const free = city.days
    .map((_, day) => day)
    .filter(day => day >= FIRST_DAY && busyOn(city, openid, day).length === 0);
  return free.filter((_, index) => index % journeys.length === journeys.indexOf(on)).slice(0, on.away);
}

/** Whoever is away in one city is neither at home nor in another city on the same day. */
function daysOf(city: City, { openid, on }: Habit): readonly number[] {
  if (isJourney(on)) return journeyDays(city, openid, on);
  const own = habits.filter(habit => habit.openid === openid).map(habit => habit.on);
  const away = new Set(own.flatMap(days => (isJourney(days) ? journeyDays(city, openid, days) : [])));
  return on.filter(day => !away.has(day));
}

function rideOn(city: City, places: Places, habit: Habit, rider: Rider, day: number): ModeRide[] {
  const { mode, openid } = habit;
  const random = new RandomStream(`${city.seed}:${openid}:${mode}:${day}`);
  const all = places(mode);
  const from = random.pick(all);
  const to = random.pick(all.filter(place => place !== from));
  const way = { mode, places: all, from, to };
  const durationMs = minutesOf(way) * MINUTE_MS;
  const busy = busyOn(city, openid, day);
  const start = tries
    .map(minute => city.startMs + day * DAY_MS + minute * MINUTE_MS)
    .find(atMs => busy.every(({ fromMs, toMs }) => atMs + durationMs < fromMs || atMs > toMs));
  if (start === undefined) return [];
  const ticketId = `${mode}-${addDays(city.days[0]!, day).replaceAll('-', '')}-${openid.replace('demo-', '')}`;
  const riderToken = tokenAt(partnerOf(mode), rider);
  const ticket = modeTicket(way, { ticketId, riderToken, exitMs: start + durationMs });
  return [{ rider, mode, day, ticket }];
}

/** Every ride of the month that another partner than the metro's operator signs, by day. The same city gives the same. */
export function modeRidesOf(city: City, places: Places): ModeRide[] {
  return habits
    .flatMap(habit => {
      const join = city.joins.find(({ rider }) => rider.openid === habit.openid);
      if (join === undefined) return [];
      const joinDay = dayOfRide(city, join.atMs);
      const days = daysOf(city, habit).filter(day => day > joinDay && day < city.days.length);
      return days.flatMap(day => rideOn(city, places, habit, join.rider, day));
    })
    .sort((left, right) => left.day - right.day || left.ticket.entry.atMs - right.ticket.entry.atMs);
}
