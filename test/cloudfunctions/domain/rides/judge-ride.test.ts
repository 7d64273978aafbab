import { rideRejections } from '../../../../cloudfunctions/contract/partner';
import type { FactorRow } from '../../../../cloudfunctions/domain/factors';
import { shenzhenFactorSet } from '../../../../cloudfunctions/domain/factors/seed';
import { judgeRide, type RideContext } from '../../../../cloudfunctions/domain/rides/judge-ride';
import { context, DAY_MS, MINUTE_MS, MORNING_MS, rideOf, type Trip } from './make-ride';

/** By lines 1, 2 and 11 of the station table: 2,424 to 大剧院, 4,182 to 岗厦北, 4,317 to 车公庙; line 1 takes 11,366. */
const LUOHU_TO_CHEGONGMIAO_METRES = 10_923;

function acceptedOf(trip: Trip, changed: Partial<RideContext> = {}) {
  const judgement = judgeRide(rideOf(trip), { ...context, ...changed });
  if ('rejected' in judgement) throw new Error(`rejected: ${judgement.rejected.code}`);
  return judgement.accepted;
}

function rejectedOf(trip: Trip, changed: Partial<RideContext> = {}) {
  const judgement = judgeRide(rideOf(trip), { ...context, ...changed });
  if ('accepted' in judgement) throw new Error('accepted');
  return judgement.rejected;
}

test('a metro ride is the shortest path times the factor', () => {
  expect(acceptedOf({})).toMatchObject({
    mode: 'metro',
    fromMs: MORNING_MS,
    toMs: MORNING_MS + 30 * MINUTE_MS,
    day: '2026-11-20',
    days: ['2026-11-20'],
    distanceMetres: LUOHU_TO_CHEGONGMIAO_METRES,
    partnerDistanceMetres: null,
    measured: { path: { metres: LUOHU_TO_CHEGONGMIAO_METRES } },
    factorSet: { _id: 'sz-2021' },
    factorRow: { mode: 'metro' },
    reductionMilligramsPerKm: 46_700,
    grams: 510,
    origin: 'sz-2021:2026-11',
  });
});

test.each([
  ['a shorter one is the partner’s', 9_000, 9_000],
  ['a longer one is the path’s', 99_000, LUOHU_TO_CHEGONGMIAO_METRES],
  ['an absurd one is the path’s', 10_000_000, LUOHU_TO_CHEGONGMIAO_METRES],
])('of two distances the smaller counts: %s', (_, metres, distanceMetres) => {
  expect(acceptedOf({ metres })).toMatchObject({ partnerDistanceMetres: metres, distanceMetres });
});

test('a metro ride given by coordinates counts between the stations there', () => {
  const ride = acceptedOf({ from: [114.1139, 22.5343], to: [114.0209, 22.539], metres: 99_000 });
  expect(ride.distanceMetres).toBe(LUOHU_TO_CHEGONGMIAO_METRES);
});

test.each<[string, Trip, number]>([
  ['bus', { mode: 'bus', from: '甲', to: '乙', metres: 5_000 }, 134],
  ['shared bike', { mode: 'shared-bike', from: [114, 22], to: [114.01, 22], metres: 2_000 }, 67],
  ['shared e-bike', { mode: 'shared-e-bike', from: [114, 22], to: [114.01, 22], metres: 2_000 }, 70],
  ['metro of a city whose network is unknown', { from: '西直门', to: '东直门', metres: 8_000 }, 373],
])('without a network the partner’s distance counts: %s', (name, trip, grams) => {
  const city = name.startsWith('metro') ? 'beijing' : 'shenzhen';
  const changed = { city, factorSets: [{ ...shenzhenFactorSet, city }] };
  expect(acceptedOf(trip, changed)).toMatchObject({
    distanceMetres: trip.metres,
    measured: { path: null },
    grams,
  });
});

test('a ride over midnight touches two days and belongs to the day and month of its entry', () => {
  const atMs = Date.parse('2026-10-31T15:50:00Z');
  expect(acceptedOf({ atMs }, { receivedAtMs: atMs + DAY_MS })).toMatchObject({
    day: '2026-10-31',
    days: ['2026-10-31', '2026-11-01'],
    origin: 'sz-2021:2026-10',
  });
});

test('the factor set is that of the day of entry', () => {
  const successor = { ...shenzhenFactorSet, _id: 'sz-2026', validFromDay: '2026-11-21' };
  const factorSets = [successor, shenzhenFactorSet];
  expect(acceptedOf({}, { factorSets }).origin).toBe('sz-2021:2026-11');
  const later = { factorSets, receivedAtMs: context.receivedAtMs + DAY_MS };
  expect(acceptedOf({ atMs: MORNING_MS + DAY_MS }, later).origin).toBe('sz-2026:2026-11');
});

test('a factor set that begins on the day of exit does not count yet', () => {
  const atMs = Date.parse('2026-11-20T15:50:00Z');
  const successor = { ...shenzhenFactorSet, _id: 'sz-2026', validFromDay: '2026-11-21' };
  const factorSets = [successor, shenzhenFactorSet];
  expect(acceptedOf({ atMs }, { factorSets }).factorSet._id).toBe('sz-2021');
});

/** Kilometres in an hour that are just believed; one metre more is not. */
test.each([
  ['bus', 70],
  ['shared-bike', 25],
  ['shared-e-bike', 25],
  ['ferry', 120],
])('a %s comes %d km far in an hour and no metre further', (mode, kilometres) => {
  const rows = [
    ...shenzhenFactorSet.rows,
    { ...shenzhenFactorSet.rows[0]!, mode: 'ferry' } as unknown as FactorRow,
  ];
  const factorSets = [{ ...shenzhenFactorSet, rows }];
  const trip = { mode, from: '甲', to: '乙', minutes: 60, metres: kilometres * 1000 };
  expect(acceptedOf(trip, { factorSets }).distanceMetres).toBe(kilometres * 1000);
  expect(rejectedOf({ ...trip, metres: trip.metres + 1 }, { factorSets })).toMatchObject({
    code: 'IMPOSSIBLE_SPEED',
    field: 'distanceMetres',
  });
});

test.each<[string, Trip, Partial<RideContext>, string, string]>([
  ['an entry that the network lacks', { from: '火星' }, {}, 'UNKNOWN_STATION', 'entry.station'],
  ['an exit that the network lacks', { to: '火星', metres: 5_000 }, {}, 'UNKNOWN_STATION', 'exit.station'],
  [
    'a metro entry far from every station',
    { from: [0, 0], metres: 5_000 },
    {},
    'UNKNOWN_STATION',
    'entry.longitude',
  ],
  [
    'a metro exit far from every station',
    { to: [0, 0], metres: 5_000 },
    {},
    'UNKNOWN_STATION',
    'exit.longitude',
  ],
  ['leaving where it began', { to: '罗湖站', metres: 5_000 }, {}, 'SAME_STATION', 'exit.station'],
  [
    'a bus ride from a stop to itself',
    { mode: 'bus', from: '甲', to: ' 甲', metres: 5_000 },
    {},
    'SAME_STATION',
    'exit.station',
  ],
  ['an exit before the entry', { minutes: -1 }, {}, 'EXIT_BEFORE_ENTRY', 'exit.atMs'],
  ['an exit at the entry', { minutes: 0 }, {}, 'EXIT_BEFORE_ENTRY', 'exit.atMs'],
  ['more than four hours', { minutes: 241 }, {}, 'TOO_LONG', 'exit.atMs'],
  [
    'an age of more than 30 days',
    {},
    { receivedAtMs: MORNING_MS + 30 * DAY_MS + 1 },
    'TOO_OLD',
    'entry.atMs',
  ],
  [
    'an exit later than now',
    {},
    { receivedAtMs: MORNING_MS + 30 * MINUTE_MS - 1 },
    'IN_THE_FUTURE',
    'exit.atMs',
  ],
  ['a mode that is not the partner’s', {}, { allowedModes: ['bus'] }, 'MODE_NOT_ALLOWED', 'mode'],
  ['a mode without a factor', { mode: 'ferry', metres: 5_000 }, {}, 'MODE_NOT_ALLOWED', 'mode'],
  ['a day without a factor set', {}, { factorSets: [] }, 'MODE_NOT_ALLOWED', 'mode'],
  ['a bus ride without a distance', { mode: 'bus' }, {}, 'NO_DISTANCE', 'distanceMetres'],
  ['a distance of nothing', { metres: 0 }, {}, 'NO_DISTANCE', 'distanceMetres'],
  ['a metro ride faster than trains', { minutes: 8 }, {}, 'IMPOSSIBLE_SPEED', 'exit.atMs'],
  ['one stop in less than a minute', { to: '国贸', minutes: 0.99 }, {}, 'IMPOSSIBLE_SPEED', 'exit.atMs'],
  [
    'a metro ride that a small distance makes look slow',
    { minutes: 8, metres: 1 },
    {},
    'IMPOSSIBLE_SPEED',
    'exit.atMs',
  ],
  [
    'a bike as fast as a car',
    { mode: 'shared-bike', from: '甲', to: '乙', minutes: 10, metres: 4_167 },
    {},
    'IMPOSSIBLE_SPEED',
    'distanceMetres',
  ],
])('refuses %s', (_, trip, changed, code, field) => {
  const message = rideRejections[code as keyof typeof rideRejections];
  expect(rejectedOf(trip, changed)).toEqual({ code, field, message });
});

test.each<[string, Trip, Partial<RideContext>]>([
  ['four hours exactly', { minutes: 240 }, {}],
  ['an age of 30 days exactly', {}, { receivedAtMs: MORNING_MS + 30 * DAY_MS }],
  ['an exit at this very millisecond', {}, { receivedAtMs: MORNING_MS + 30 * MINUTE_MS }],
  ['one stop in a minute', { to: '国贸', minutes: 1 }, {}],
  ['a bike at just 25 km/h', { mode: 'shared-bike', from: '甲', to: '乙', minutes: 10, metres: 4_166 }, {}],
])('takes %s', (_, trip, changed) => {
  expect(acceptedOf(trip, changed).grams).toBeGreaterThan(0);
});
