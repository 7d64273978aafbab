import { purges } from '../../../../cloudfunctions/domain/station-codes';
import { MINUTE_MS, placeAt, StationWorld } from './station-world';

let world: StationWorld;
beforeEach(async () => {
  world = new StationWorld();
  await world.agree('ann');
});

const codeOf = (error: { code?: string }) => error.code;
const entering = (...asked: Parameters<StationWorld['enter']>) =>
  world.enter(...asked).then(() => 'in', codeOf);

test('somebody who agreed and scans at a station has one open trip, and nothing of the position is kept', async () => {
  const { open } = await world.enter('ann', '罗湖', { where: placeAt('罗湖', 123) });
  expect(open).toEqual({
    station: '罗湖',
    lines: ['1号线'],
    enteredAtMs: world.nowMs,
    endsAtMs: world.nowMs + 4 * 3_600_000,
  });
  expect(await world.read('ann')).toEqual({ agreed: true, open, forgotten: null });
  const { entry } = world.stored('ann')!;
  expect(entry).toEqual({
    station: '罗湖',
    atMs: world.nowMs,
    kind: 'poster',
    metresAway: 123,
    accuracyMetres: 20,
  });
  expect(JSON.stringify(world.stored('ann'))).not.toMatch(/itude/);
});

test('a request that is sent twice opens one trip with one answer', async () => {
  const first = await world.enter('ann', '布吉', { name: 'same' });
  world.pass(3);
  expect(await world.enter('ann', '布吉', { name: 'same' })).toEqual(first);
});

test('a second phone of the rider is told where he went in', async () => {
  await world.enter('ann', '布吉');
  await expect(world.enter('ann', '福田')).rejects.toMatchObject({
    code: 'STATION_TRIP_OPEN',
    details: { station: '布吉', enteredAtMs: world.nowMs },
  });
});

test('without the consent of its own nobody is scanned', async () => {
  expect(await entering('bob', '布吉')).toBe('LOCATION_CONSENT_REQUIRED');
  expect(world.stored('bob')).toBeUndefined();
});

test('consent that is taken back in the middle takes the open trip with it', async () => {
  await world.enter('ann', '布吉');
  await world.withdraw('ann');
  expect(world.stored('ann')).toBeUndefined();
  expect(await world.read('ann')).toEqual({ agreed: false, open: null, forgotten: null });
  expect(await entering('ann', '布吉')).toBe('LOCATION_CONSENT_REQUIRED');
  await world.withdraw('ann');
  await world.agree('ann');
  expect(await entering('ann', '布吉')).toBe('in');
});

test.each([
  ['a photographed poster from home', { where: placeAt('世界之窗') }, 'TOO_FAR_FROM_STATION'],
  [
    'a phone that does not know where it is',
    { where: { ...placeAt('布吉'), accuracyMetres: 800 } },
    'LOCATION_UNSURE',
  ],
  ['any other text', { code: 'hello' }, 'STATION_CODE_WRONG'],
])('%s opens nothing', async (_name, change, code) => {
  expect(await entering('ann', '布吉', change)).toBe(code);
  expect((await world.read('ann')).open).toBeNull();
});

test('at night nothing is opened', async () => {
  world.pass(-3 * 60);
  expect(await entering('ann', '布吉')).toBe('STATION_CLOSED');
});

test('a forgotten exit leaves a trip that is shown, pays nothing and gives way to the next', async () => {
  await world.enter('ann', '布吉');
  world.pass(239);
  expect((await world.read('ann')).open).not.toBeNull();
  world.pass(1);
  expect(await world.read('ann')).toMatchObject({ open: null, forgotten: { station: '布吉' } });
  expect(await entering('ann', '福田')).toBe('in');
  expect(await world.read('ann')).toMatchObject({ open: { station: '福田' }, forgotten: null });
});

test('a trip that was begun by mistake is given up, once and again', async () => {
  await world.enter('ann', '布吉');
  await world.discard('ann');
  await world.discard('ann');
  await world.discard('bob');
  expect(await world.read('ann')).toEqual({ agreed: true, open: null, forgotten: null });
  expect(await entering('ann', '福田')).toBe('in');
});

test('what is left of a forgotten trip goes a week after it ended', async () => {
  await world.enter('ann', '布吉');
  expect(purges).toEqual([{ collection: 'station_trips' }]);
  expect(world.stored('ann')?.expiresAtMs).toBe(world.nowMs + (4 + 7 * 24) * 60 * MINUTE_MS);
});
