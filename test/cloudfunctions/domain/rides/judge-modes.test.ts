import type { PartnerRide } from '../../../../cloudfunctions/contract/partner';
import type { FactorRow, FactorSet } from '../../../../cloudfunctions/domain/factors';
import { shenzhenFactorSet } from '../../../../cloudfunctions/domain/factors/seed';
import { straightMetres } from '../../../../cloudfunctions/domain/network';
import { judgeRide } from '../../../../cloudfunctions/domain/rides/judge-ride';
import * as fc from '../../../support/fast-check';
import { context, rideOf, type Trip } from './make-ride';

/** A kilometre to the north, in degrees. */
const KILOMETRE = 1 / 111.195;
const CENTRE: [number, number] = [114.05, 22.54];
/** So many kilometres north of the centre. */
const north = (kilometres: number): [number, number] => [CENTRE[0], CENTRE[1] + kilometres * KILOMETRE];
const pointOf = ([longitude, latitude]: [number, number]) => ({ longitude, latitude });

const row = (mode: FactorRow['mode'], numbers: object): FactorRow =>
  ({ mode, year: '2026', source: '来源', standing: 'secondary', note: '', ...numbers }) as FactorRow;

/** Cars of 272 g a kilometre; 88 g less in an electric one. */
const CAR = { form: 'baseline-emission', baselineMilligramsPerKm: 272_000, emissionMilligramsPerKm: 272_000 };
const set: FactorSet = {
  ...shenzhenFactorSet,
  rows: [
    ...shenzhenFactorSet.rows,
    row('nev', { form: 'reduction', reductionMilligramsPerKm: 88_000 }),
    row('carpool', CAR),
  ],
};
const everything = {
  ...context,
  allowedModes: [...context.allowedModes, 'nev', 'carpool'],
  factorSets: [set],
};

const judge = (trip: Trip) => judgeRide(rideOf({ from: CENTRE, to: north(5), ...trip }), everything);
function acceptedOf(trip: Trip) {
  const judgement = judge(trip);
  if ('rejected' in judgement) throw new Error(`rejected: ${judgement.rejected.code}`);
  return judgement.accepted;
}
const stopsAt = (...kilometres: number[]): Partial<PartnerRide> => ({
  via: kilometres.map(at => pointOf(north(at))),
});
const sharedBy = (occupants: number, detourMetres?: number): Partial<PartnerRide> => ({
  occupants,
  carTripId: 'car',
  ...(detourMetres !== undefined && { detourMetres }),
});

describe('a ride between points counts', () => {
  test.each<[string, Trip, number]>([
    ['as the partner has signed it', { mode: 'bus', metres: 6_200 }, 6_200],
    ['the straight line when nothing else is known', { mode: 'bus' }, 5_000],
    ['the way by its stops', { mode: 'bus', more: stopsAt(-1, 2, 6) }, 9_000],
    [
      'the smaller of its stops and the signed one',
      { mode: 'bus', metres: 7_000, more: stopsAt(-1, 6) },
      7_000,
    ],
    [
      'the smaller one also when that is the stops’',
      { mode: 'bus', metres: 9_500, more: stopsAt(-1, 6) },
      9_000,
    ],
    ['a signed one below the straight line as it is', { mode: 'shared-bike', metres: 4_000 }, 4_000],
  ])('%s', (_, trip, distanceMetres) => {
    expect(acceptedOf({ minutes: 40, ...trip })).toMatchObject({ distanceMetres, measured: { path: null } });
  });

  test('between stops that have a name and a place, and over stops alone when the ends have only names', () => {
    const stop = (station: string, at: [number, number]) => ({ station, ...pointOf(at) });
    const ride = rideOf({ mode: 'bus', minutes: 40 });
    const entry = { ...stop('市民中心', CENTRE), atMs: ride.entry.atMs };
    const exit = { ...stop('莲花山', north(2)), atMs: ride.exit.atMs };
    const judged = judgeRide({ ...ride, entry, exit }, everything);
    expect(judged).toMatchObject({
      accepted: { distanceMetres: 2_000, measured: { straightMetres: 2_000 } },
    });
    const named = rideOf({ mode: 'bus', from: '甲', to: '乙', minutes: 40, more: stopsAt(0, 3) });
    expect(judgeRide(named, everything)).toMatchObject({ accepted: { distanceMetres: 3_000 } });
  });
});

test.each<[string, Trip, number]>([
  ['bus', { mode: 'bus', metres: 6_000 }, 161],
  ['shared-bike', { mode: 'shared-bike', metres: 6_000 }, 203],
  ['shared-e-bike', { mode: 'shared-e-bike', metres: 6_000 }, 210],
  ['nev', { mode: 'nev', metres: 6_000 }, 528],
  // 272 − 272 ÷ 2, ÷ 3, and two who have driven a third further: 272 − 272 × 8 ÷ (2 × 6), rounded up.
  ['carpool of two', { mode: 'carpool', metres: 6_000, more: sharedBy(2) }, 816],
  ['carpool of three', { mode: 'carpool', metres: 6_000, more: sharedBy(3) }, 1_087],
  ['carpool with a detour', { mode: 'carpool', metres: 6_000, more: sharedBy(2, 2_000) }, 543],
])('six kilometres by %s are worth their grams', (_, trip, grams) => {
  const ride = acceptedOf({ minutes: 40, ...trip });
  expect(ride.grams).toBe(grams);
  expect(ride.grams).toBe(Math.floor((ride.reductionMilligramsPerKm * ride.distanceMetres) / 1_000_000));
});

test.each<[string, Trip, string, string]>([
  ['a round trip', { mode: 'shared-bike', to: north(0.09), metres: 3_000 }, 'SAME_STATION', 'exit.longitude'],
  [
    'a way four times the straight one',
    { mode: 'bus', metres: 20_000 },
    'IMPLAUSIBLE_DISTANCE',
    'distanceMetres',
  ],
  ['stops that lead far away', { mode: 'bus', more: stopsAt(20) }, 'IMPLAUSIBLE_DISTANCE', 'via'],
  ['kilometres for metres', { mode: 'nev', metres: 6_000_000 }, 'IMPLAUSIBLE_DISTANCE', 'distanceMetres'],
  ['a bus that flies', { mode: 'bus', to: north(40), metres: 1 }, 'IMPOSSIBLE_SPEED', 'distanceMetres'],
  ['a bike as fast as a car', { mode: 'shared-bike', minutes: 11 }, 'IMPOSSIBLE_SPEED', 'distanceMetres'],
  [
    'an e-bike as fast as a car',
    { mode: 'shared-e-bike', minutes: 11 },
    'IMPOSSIBLE_SPEED',
    'distanceMetres',
  ],
  ['a car beyond the motorway’s limit', { mode: 'nev', minutes: 2.4 }, 'IMPOSSIBLE_SPEED', 'distanceMetres'],
  ['a shared car of nobody knows how many', { mode: 'carpool' }, 'NO_OCCUPANTS', 'occupants'],
  ['one person in a car', { mode: 'carpool', more: sharedBy(1) }, 'NO_OCCUPANTS', 'occupants'],
  ['a shared car without a name', { mode: 'carpool', more: { occupants: 2 } }, 'NO_SHARED_CAR', 'carTripId'],
  [
    'two who drove twice as far',
    { mode: 'carpool', more: sharedBy(2, 5_000) },
    'NO_REDUCTION',
    'detourMetres',
  ],
])('refuses %s', (_, trip, code, field) => {
  expect(judge(trip)).toMatchObject({ rejected: { code, field } });
});

test.each<[string, Trip]>([
  ['a way just three times the straight one and a kilometre', { mode: 'bus', metres: 3 * 5_000 + 1_000 }],
  ['ends a hundred metres apart', { mode: 'shared-bike', to: north(0.1005) }],
  ['a car at the motorway’s limit', { mode: 'nev', minutes: 2.5 }],
  ['two who drove a metre less than twice as far', { mode: 'carpool', more: sharedBy(2, 4_999) }],
])('takes %s', (_, trip) => {
  expect(acceptedOf(trip).distanceMetres).toBeGreaterThan(0);
});

test('a mode without a factor pays nothing, allowed or not', () => {
  const usual = { ...everything, factorSets: [shenzhenFactorSet] };
  for (const mode of ['nev', 'carpool']) {
    const judgement = judgeRide(rideOf({ mode, from: CENTRE, to: north(5) }), usual);
    expect(judgement).toMatchObject({ rejected: { code: 'MODE_NOT_ALLOWED', field: 'mode' } });
  }
});

test('a published difference for carpools counts as it is', () => {
  const rows = [row('carpool', { form: 'reduction', reductionMilligramsPerKm: 50_000 })];
  const ride = rideOf({
    mode: 'carpool',
    from: CENTRE,
    to: north(5),
    metres: 6_000,
    more: sharedBy(4, 3_000),
  });
  const judgement = judgeRide(ride, { ...everything, factorSets: [{ ...set, rows }] });
  expect(judgement).toMatchObject({ accepted: { grams: 300 } });
});

const ROUNDS = 1000 * (process.env.SOAK === '1' ? 50 : 1);
const kilometres = fc.double({ min: -20, max: 20, noNaN: true });
const road = fc.record({
  mode: fc.constantFrom('bus', 'shared-bike', 'shared-e-bike', 'nev', 'carpool'),
  to: kilometres,
  via: fc.option(fc.array(kilometres, { minLength: 1, maxLength: 6 }), { nil: undefined }),
  metres: fc.option(fc.nat(60_000), { nil: undefined }),
  occupants: fc.integer({ min: 1, max: 9 }),
  detourMetres: fc.nat(20_000),
});
type Road = typeof road extends fc.Arbitrary<infer Value> ? Value : never;
const rideOn = ({ mode, to, via, metres, occupants, detourMetres }: Road): PartnerRide =>
  rideOf({
    mode,
    from: CENTRE,
    to: north(to),
    minutes: 180,
    ...(metres !== undefined && { metres }),
    more: { occupants, detourMetres, carTripId: 'car', ...(via && stopsAt(...via)) },
  });

describe('whatever is signed', () => {
  test('what counts is never more than the signed distance, nor than any road over the points, nor a round trip', () => {
    const seen = { accepted: 0, rejected: 0 };
    fc.assert(
      fc.property(road, given => {
        const ride = rideOn(given);
        const judgement = judgeRide(ride, everything);
        seen['accepted' in judgement ? 'accepted' : 'rejected'] += 1;
        if ('rejected' in judgement) return;
        const { distanceMetres, measured } = judgement.accepted;
        const straight = straightMetres(pointOf(CENTRE), pointOf(north(given.to)));
        expect(distanceMetres).toBeLessThanOrEqual(given.metres ?? Number.POSITIVE_INFINITY);
        expect(distanceMetres).toBeLessThanOrEqual(
          measured.viaMetres ?? Math.max(straight, given.metres ?? 0),
        );
        expect(distanceMetres).toBeLessThanOrEqual(3 * straight + 1_000);
        expect(straight).toBeGreaterThanOrEqual(100);
      }),
      { numRuns: ROUNDS },
    );
    expect(Math.min(seen.accepted, seen.rejected)).toBeGreaterThan(ROUNDS / 20);
  });

  test('all people of a shared car together are paid no more than the cars they left, less the one they drove', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 9 }),
        fc.integer({ min: 500, max: 14_000 }),
        fc.nat(20_000),
        (...way) => {
          const [occupants, metres, detourMetres] = way;
          const judgement = judge({
            mode: 'carpool',
            metres,
            minutes: 60,
            more: sharedBy(occupants, detourMetres),
          });
          const paid = 'accepted' in judgement ? judgement.accepted.grams * occupants : 0;
          const left = 0.272 * (occupants * metres - (metres + detourMetres));
          expect(paid).toBeLessThanOrEqual(Math.max(0, left) + 1e-6);
          // Rounding takes at most a gram and a metre's share from each of them.
          expect(paid).toBeGreaterThan(left - occupants * (1 + metres / 1_000_000 + 1));
        },
      ),
      { numRuns: ROUNDS },
    );
  });
});
