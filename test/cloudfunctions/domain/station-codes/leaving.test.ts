import { networkOf } from '../../../../cloudfunctions/domain/network';
import { methodologyOf } from '../../../../cloudfunctions/domain/station-codes';
import * as fc from '../../../support/fast-check';
import { CITY, placeAt, StationWorld } from './station-world';

let world: StationWorld;
beforeEach(async () => {
  world = new StationWorld();
  await world.agree('ann');
});

const codeOf = (error: { code?: string }) => error.code;
const leaving = (...asked: Parameters<StationWorld['leave']>) =>
  world.leave(...asked).then(({ trip }) => trip.state, codeOf);
const path = networkOf(CITY)!.shortestPath('布吉', '福田');

test('somebody who comes out at another station in the time of a train is paid half, once', async () => {
  await world.enter('ann', '布吉');
  world.pass(35);
  const { trip } = await world.leave('ann', '福田', { name: 'out' });
  expect('legs' in path && path).toMatchObject({ metres: trip.distanceMetres });
  expect(trip).toMatchObject({ state: 'paid', from: '布吉', to: '福田', cappedBy: null, reasons: [] });
  expect(trip.lines).toEqual('legs' in path ? path.legs.map(({ line }) => line) : []);
  expect(trip.paidBonus).toBe(Math.floor(trip.grams / 2));
  expect(trip.paidBonus).toBeGreaterThan(0);
  expect(await world.balance('user:ann')).toMatchObject({
    bonus: { available: trip.paidBonus },
    carbon: { available: 0 },
  });
  expect(await world.leave('ann', '福田', { name: 'out' })).toEqual({ trip });
  expect(await leaving('ann', '福田')).toBe('NO_STATION_TRIP');
  expect(world.entries('own-trip')).toHaveLength(1);
  expect(await world.faults()).toEqual([]);
});

test('an exit before an entry is none', async () => {
  expect(await leaving('ann', '福田')).toBe('NO_STATION_TRIP');
});

test.each([
  ['at the station of the entry', '布吉', {}, 'SAME_STATION'],
  ['from home', '福田', { where: placeAt('世界之窗') }, 'TOO_FAR_FROM_STATION'],
  ['with another text', '福田', { code: 'hello' }, 'STATION_CODE_WRONG'],
])('a scan %s leaves the trip open for the right one', async (_name, station, change, code) => {
  await world.enter('ann', '布吉');
  world.pass(35);
  expect(await leaving('ann', station, change)).toBe(code);
  expect(await leaving('ann', '福田')).toBe('paid');
});

test.each([
  ['sooner than any train', 5, '两次扫码隔得太近'],
  ['after a meal', 200, '两次扫码隔得太久'],
])('an exit %s ends the trip without pay, and says why', async (_name, minutes, words) => {
  await world.enter('ann', '布吉');
  world.pass(minutes);
  const { trip } = await world.leave('ann', '福田');
  expect(trip).toMatchObject({ state: 'refused', paidBonus: 0 });
  expect(trip.reasons).toEqual([expect.stringContaining(words)]);
  world.pass(10);
  expect(await leaving('ann', '福田')).toBe('NO_STATION_TRIP');
  expect(world.entries('own-trip')).toEqual([]);
});

test('an exit that was forgotten for four hours cannot be made up for', async () => {
  await world.enter('ann', '布吉');
  world.pass(240);
  expect(await leaving('ann', '福田')).toBe('STATION_TRIP_OVER');
});

test('somebody who has just come out cannot go in at the other end of the city', async () => {
  await world.enter('ann', '布吉');
  world.pass(35);
  await world.leave('ann', '福田');
  world.pass(1);
  await expect(world.enter('ann', '布吉')).rejects.toMatchObject({ code: 'STATION_TOO_SOON' });
  expect(await world.enter('ann', '福田').then(() => 'in', codeOf)).toBe('in');
});

test('consent that is taken back on the way ends the trip unpaid', async () => {
  await world.enter('ann', '布吉');
  world.pass(35);
  await world.withdraw('ann');
  expect(await leaving('ann', '福田')).toBe('LOCATION_CONSENT_REQUIRED');
});

test('a day of many small trips is paid up to the cap of its source and refused after', async () => {
  const outcomes: string[] = [];
  for (let count = 0; count < 20; count += 1) {
    const [from, to] = count % 2 === 0 ? ['布吉', '福田'] : ['福田', '布吉'];
    await world.enter('ann', from!);
    world.pass(35);
    const { trip } = await world.leave('ann', to!);
    outcomes.push(trip.reasons[0]?.includes('上限') ? 'capped' : trip.state);
    world.pass(5);
  }
  expect(outcomes).toContain('paid');
  expect(outcomes.at(-1)).toBe('capped');
  expect(outcomes.lastIndexOf('paid')).toBeLessThan(outcomes.indexOf('capped'));
  expect(await world.faults()).toEqual([]);
});

test('whatever is scanned in whatever order, no minute is paid twice and nothing is carbon', async () => {
  const stations = ['布吉', '福田', '罗湖', '世界之窗'];
  const step = fc.record({
    what: fc.constantFrom('enter', 'leave', 'discard'),
    station: fc.constantFrom(...stations),
    minutes: fc.integer({ min: 0, max: 90 }),
  });
  const holds = fc.asyncProperty(fc.array(step, { maxLength: 24 }), async steps => {
    const day = new StationWorld();
    await day.agree('bob');
    const spans: [number, number][] = [];
    for (const { what, station, minutes } of steps) {
      day.pass(minutes);
      if (what === 'discard') await day.discard('bob');
      if (what === 'enter') await day.enter('bob', station).catch(codeOf);
      const left = what === 'leave' ? await day.leave('bob', station).catch(() => null) : null;
      if (left?.trip.state === 'paid') spans.push([left.trip.fromMs, left.trip.toMs]);
    }
    const overlapping = spans.slice(1).filter(([fromMs], at) => fromMs < spans[at]![1]);
    expect(overlapping).toEqual([]);
    expect(day.entries('own-trip')).toHaveLength(spans.length);
    expect((await day.balance('user:bob')).carbon.available).toBe(0);
  });
  await fc.assert(holds, process.env.SOAK ? { numRuns: 500 } : { numRuns: 25, seed: 2026 });
});

test('every number is named with its source', () => {
  const text = JSON.stringify(methodologyOf());
  for (const number of ['500 米', '80 公里', '10 公里', '30 分钟', '4 小时', '30 秒', '6:00']) {
    expect(text).toContain(number);
  }
  expect(methodologyOf().every(({ source }) => source !== '')).toBe(true);
});
