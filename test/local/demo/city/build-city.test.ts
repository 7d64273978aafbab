import { DAY_MS, isWeekend, startOfDayMs } from '../../../../local/demo/beijing-time';
import { buildCity } from '../../../../local/demo/city/build-city';
import type { City } from '../../../../local/demo/city/city';
import { readMetroNetwork } from '../../../../local/demo/city/read-metro-network';
import type { Ride } from '../../../../local/demo/city/ride';
import * as fc from '../../../support/fast-check';

const network = readMetroNetwork(process.cwd());
/** Metro, Shenzhen 2021. */
const GRAMS_A_METRE = 0.0467;
const startDay = '2026-03-02';
const city = buildCity({ network, startDay });

const good = ({ rides }: City): Ride[] => {
  const first = new Map<string, Ride>();
  for (const ride of rides) if (ride.mishap === null) first.set(ride.ticket.ticketId, ride);
  return [...first.values()];
};

const ridesOf = (openid: string): Ride[] =>
  good(city)
    .filter(ride => ride.openid === openid)
    .sort((left, right) => left.ticket.entry.atMs - right.ticket.entry.atMs);

test('the same first day gives the same city', () => {
  expect(buildCity({ network, startDay })).toEqual(city);
});

test('another first day a week later has the same people at the same hours', () => {
  const later = buildCity({ network, startDay: '2026-03-09' });
  const shiftMs = 7 * DAY_MS;
  expect(later.riders).toEqual(city.riders);
  expect(later.joins.map(({ atMs }) => atMs - shiftMs)).toEqual(city.joins.map(({ atMs }) => atMs));
});

test('it is large enough to be worth looking at, whatever the day it begins on', () => {
  for (const day of ['2026-01-01', '2026-05-30', '2026-10-23', '2027-02-28']) {
    const { riders, rides, days } = buildCity({ network, startDay: day });
    expect(days).toHaveLength(30);
    expect(riders.length).toBeGreaterThanOrEqual(120);
    expect(rides.length).toBeGreaterThanOrEqual(3000);
  }
});

test('people and cards are told apart', () => {
  expect(new Set(city.riders.map(({ openid }) => openid)).size).toBe(city.riders.length);
  expect(new Set(city.riders.map(({ riderToken }) => riderToken)).size).toBe(city.riders.length);
  expect(new Set(city.riders.map(({ kind }) => kind)).size).toBe(7);
});

test('one more rider changes nobody else’s month', () => {
  const larger = buildCity({ network, startDay, counts: { commuter: 43 } });
  const others = (rides: readonly Ride[]) => rides.filter(({ openid }) => openid.startsWith('demo-student'));
  expect(others(good(larger))).toEqual(others(good(city)));
});

test('nobody is in two trains at once', () => {
  const overlapping = city.riders.flatMap(({ openid }) =>
    ridesOf(openid).filter((ride, index, rides) => {
      const before = rides[index - 1];
      return before !== undefined && ride.ticket.entry.atMs <= before.ticket.exit.atMs;
    }),
  );
  expect(overlapping).toEqual([]);
});

test('rides take as long as such rides take, while the metro runs', () => {
  const implausible = good(city).filter(({ ticket: { entry, exit, distanceMetres } }) => {
    const route = network.route(entry.station, exit.station);
    const seconds = (exit.atMs - entry.atMs) / 1000;
    const minute = ((entry.atMs - city.startMs) % DAY_MS) / 60_000;
    const isTimely = seconds > route.seconds && seconds < route.seconds + 600;
    const isOpen = minute >= 390 && minute + seconds / 60 <= 1420;
    return !(isTimely && isOpen && (distanceMetres ?? route.metres) === route.metres);
  });
  expect(implausible).toEqual([]);
});

test('commuters ride on weekdays, families on weekends', () => {
  const dayOfRide = ({ ticket }: Ride) => city.days[Math.floor((ticket.entry.atMs - city.startMs) / DAY_MS)]!;
  const weekendShare = (kind: string) => {
    const rides = good(city).filter(({ openid }) => openid.startsWith(`demo-${kind}-`));
    return rides.filter(ride => isWeekend(dayOfRide(ride))).length / rides.length;
  };
  expect(weekendShare('commuter')).toBeLessThan(0.2);
  expect(weekendShare('family')).toBeGreaterThan(0.8);
});

test('everything of the month is fed within it: after the ride, and at most two days late', () => {
  const lateMs = good(city).map(({ ticket, feedAtMs }) => feedAtMs - ticket.exit.atMs);
  expect(Math.min(...lateMs)).toBeGreaterThan(0);
  expect(Math.max(...lateMs)).toBeLessThanOrEqual(2 * DAY_MS);
  expect(lateMs.filter(ms => ms > DAY_MS / 6).length).toBeGreaterThan(50);
  expect(Math.max(...city.rides.map(({ feedAtMs }) => feedAtMs))).toBeLessThanOrEqual(city.endMs);
  expect([...city.rides].sort((left, right) => left.feedAtMs - right.feedAtMs)).toEqual(city.rides);
});

test('all that operators see happens: repeats, four kinds of bad tickets, reversals before and after, late cards', () => {
  const tickets = city.rides.map(({ ticket }) => ticket.ticketId);
  expect(tickets.length - new Set(tickets).size).toBeGreaterThanOrEqual(10);
  expect(new Set(city.rides.map(({ mishap }) => mishap)).size).toBe(5);
  const fedAtMs = new Map(good(city).map(({ ticket, feedAtMs }) => [ticket.ticketId, feedAtMs]));
  const early = city.reversals.filter(({ ticketId, atMs }) => atMs < fedAtMs.get(ticketId)!);
  expect(early.length).toBeGreaterThanOrEqual(1);
  expect(city.reversals.length - early.length).toBeGreaterThanOrEqual(5);
  const joinedMs = new Map(city.joins.map(({ rider, atMs }) => [rider.openid, atMs]));
  const waiting = city.rides.filter(({ openid, feedAtMs }) => feedAtMs < joinedMs.get(openid)!);
  expect(waiting.length).toBeGreaterThan(100);
  expect(city.departures).toHaveLength(1);
});

test('a dozen people of every kind give, one takes it back, and all have earned it on any first day', () => {
  for (const day of ['2026-01-01', '2026-05-30', '2026-11-03']) {
    const { gifts, rides } = buildCity({ network, startDay: day });
    expect(gifts).toHaveLength(13);
    expect(new Set(gifts.map(({ rider }) => rider.kind)).size).toBe(7);
    expect(gifts.filter(({ isTakenBack }) => isTakenBack)).toHaveLength(1);
    const poor = gifts.filter(({ rider, atMs, amount }) => {
      const fed = rides.filter(
        ({ openid, feedAtMs, mishap }) => openid === rider.openid && feedAtMs < atMs && mishap === null,
      );
      const metres = fed.map(
        ({ ticket: { entry, exit } }) => network.route(entry.station, exit.station).metres,
      );
      return metres.reduce((sum, part) => sum + part, 0) * GRAMS_A_METRE < 1.2 * amount;
    });
    expect(poor).toEqual([]);
  }
});

test('the rider that people are told to try things with gives long before the month ends', () => {
  const gift = city.gifts.find(({ rider }) => rider.openid === 'demo-commuter-001')!;
  expect(gift).toMatchObject({ isTakenBack: false });
  expect(gift.atMs).toBeLessThan(city.endMs - 14 * DAY_MS);
});

test('a repeated ticket is the same ticket to the last field', () => {
  const seen = new Map<string, unknown>();
  const changed = city.rides.filter(({ ticket }) => {
    const before = seen.get(ticket.ticketId) ?? JSON.stringify(ticket);
    seen.set(ticket.ticketId, before);
    return before !== JSON.stringify(ticket);
  });
  expect(changed).toEqual([]);
});

test('the rider that people are told to try things with comes first, on the first morning', () => {
  expect(city.joins[0]?.rider.openid).toBe('demo-commuter-001');
  expect(city.joins[0]?.atMs).toBeLessThan(startOfDayMs(startDay) + DAY_MS / 3);
});

test('a small city of any kind of people works, too', () => {
  const few = fc.nat(3);
  const counts = fc.record({
    commuter: few,
    shift: few,
    student: few,
    family: few,
    tourist: few,
    newcomer: few,
  });
  fc.assert(
    fc.property(counts, fc.integer({ min: 1, max: 5 }), fc.string(), (chosen, dayCount, seed) => {
      const small = buildCity({ network, startDay, seed, dayCount, counts: { ...chosen, occasional: 1 } });
      expect(small.riders).toHaveLength(1 + Object.values(chosen).reduce((sum, count) => sum + count, 0));
      expect(small.rides.filter(({ feedAtMs }) => feedAtMs > small.endMs)).toEqual([]);
      expect(small.gifts.filter(({ atMs }) => atMs >= small.endMs)).toEqual([]);
      expect(small.joins.filter(({ atMs }) => atMs >= small.endMs)).toEqual([]);
    }),
    { numRuns: 40 },
  );
});
