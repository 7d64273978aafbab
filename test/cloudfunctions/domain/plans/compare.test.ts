import { shenzhenFactorSet } from '../../../../cloudfunctions/domain/factors/seed';
import { networkOf } from '../../../../cloudfunctions/domain/network';
import { compareModes, endsOf } from '../../../../cloudfunctions/domain/plans';
import { coarse } from '../../../../cloudfunctions/domain/plans/locate';
import { nextLookMs } from '../../../../cloudfunctions/domain/plans/look-times';
import * as fc from '../../../support/fast-check';

const network = networkOf('shenzhen')!;
const compare = (from: Parameters<typeof endsOf>[1]['from'], to: typeof from) =>
  compareModes(shenzhenFactorSet, network, endsOf('shenzhen', { from, to }));
const at = (latitude: number, longitude: number, name = '某处') => ({ name, latitude, longitude });

test('every way that the set knows is compared, what saves most first, and the car saves nothing', () => {
  const { options, car } = compare({ station: '世界之窗' }, { station: '购物公园' });
  expect(options.map(({ mode, unfit }) => [mode, unfit])).toEqual([
    ['metro', null],
    ['shared-e-bike', null],
    ['bus', null],
    ['shared-bike', 'too-far'],
  ]);
  const metro = options[0]!;
  const path = network.shortestPath('世界之窗', '购物公园');
  if ('unknown' in path) throw new Error('no path');
  expect(metro).toMatchObject({
    distanceMetres: path.metres,
    grams: Math.floor((46_700 * path.metres) / 1_000_000),
    entry: '世界之窗',
    exit: '购物公园',
    lines: path.legs.map(({ line }) => line),
  });
  expect(car).not.toHaveProperty('grams');
});

test('a place between stations is led to the nearest one that can be walked to; beyond that there is no metro', () => {
  const station = network.stations.find(({ name }) => name === '世界之窗')!;
  const to = { station: '购物公园' };
  const metroFrom = (latitude: number) =>
    compare(at(latitude, station.longitude), to).options.find(({ mode }) => mode === 'metro')!;
  expect(metroFrom(station.latitude + 0.005)).toMatchObject({ entry: '世界之窗', unfit: null });
  expect(metroFrom(station.latitude + 0.005).minutes).toBeGreaterThan(metroFrom(station.latitude).minutes);
  // In the bay.
  expect(metroFrom(22.45)).toMatchObject({ unfit: 'no-station', grams: 0 });
});

test('two places at one station are no metro trip', () => {
  const { latitude, longitude } = network.stations.find(({ name }) => name === '世界之窗')!;
  const { options } = compare(at(latitude + 0.002, longitude), at(latitude - 0.002, longitude));
  expect(options.find(({ mode }) => mode === 'metro')).toMatchObject({ unfit: 'same-station' });
  expect(options.find(({ mode }) => mode === 'shared-bike')).toMatchObject({ unfit: null });
});

test.each<[string, object, object, string]>([
  ['an unknown start', { station: '不存在' }, { station: '购物公园' }, 'from'],
  ['an unknown end', { station: '购物公园' }, { station: '不存在' }, 'to'],
  ['the same station', { station: '购物公园' }, { station: '购物公园站' }, 'to'],
  ['places next to each other', at(22.54, 114), at(22.5405, 114), 'to'],
  ['places in two cities', at(22.54, 114), at(39.9, 116.4), 'to'],
])('%s is refused in words', (_, from, to, field) => {
  const refused = () => endsOf('shenzhen', { from, to } as Parameters<typeof endsOf>[1]);
  expect(refused).toThrow(expect.objectContaining({ code: 'PLAN_UNFIT' }));
  try {
    refused();
  } catch (error) {
    const { details } = error as { details: { field: string; reason: string } };
    expect(details.field).toBe(field);
    expect(details.reason).toMatch(/请/);
  }
});

test('where no network is known there is no metro, and a station cannot be named', () => {
  const ends = endsOf('elsewhere', { from: at(30, 120), to: at(30.05, 120) });
  const { options } = compareModes(shenzhenFactorSet, undefined, ends);
  expect(options.find(({ mode }) => mode === 'metro')).toMatchObject({ unfit: 'no-station' });
  expect(() => endsOf('elsewhere', { from: { station: '世界之窗' }, to: at(30, 120) })).toThrow();
});

const place = fc.record({
  latitude: fc.double({ min: 22.4, max: 22.9, noNaN: true }),
  longitude: fc.double({ min: 113.7, max: 114.7, noNaN: true }),
});

test('whatever the places: whole numbers, in order, what is unfit saves nothing, and there and back are alike', () => {
  fc.assert(
    fc.property(place, place, (from, to) => {
      const ends = [at(from.latitude, from.longitude), at(to.latitude, to.longitude)] as const;
      let there: ReturnType<typeof compare>;
      try {
        there = compare(...ends);
      } catch {
        return;
      }
      const numbers = there.options.flatMap(({ grams, minutes, distanceMetres }) => [
        grams,
        minutes,
        distanceMetres,
      ]);
      expect(numbers.every(number => Number.isSafeInteger(number) && number >= 0)).toBe(true);
      const fits = there.options.filter(({ unfit }) => unfit === null);
      expect(there.options.slice(0, fits.length)).toEqual(fits);
      expect(fits.map(({ grams }) => grams)).toEqual(fits.map(({ grams }) => grams).sort((a, b) => b - a));
      expect(there.options.filter(({ unfit, grams }) => unfit !== null && grams > 0)).toEqual([]);
      const back = compare(ends[1], ends[0]);
      const sums = ({ options }: typeof back) => options.map(({ mode, grams }) => `${mode} ${grams}`).sort();
      expect(sums(back)).toEqual(sums(there));
    }),
    { numRuns: process.env.SOAK ? 2_000 : 60 },
  );
});

test('a point is kept to three digits, about a hundred metres', () => {
  expect([coarse(113.976543), coarse(-22.5404)]).toEqual([113.977, -22.54]);
});

test('a plan is looked at some twenty times in the four days that it waits at most, the last time at their end', () => {
  const plan = { earliestMs: 0, latestLookMs: 4 * 86_400_000 };
  const looks = [10 * 60_000];
  while (looks.at(-1)! < plan.latestLookMs) looks.push(nextLookMs(plan, looks.at(-1)!));
  expect(looks.at(-1)).toBe(plan.latestLookMs);
  expect(looks.length).toBeLessThan(25);
});
