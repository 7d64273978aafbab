import { forgetPlace, listPlaces, savePlace } from '../../../../cloudfunctions/domain/plans';
import { PlanWorld } from './plan-world';

let world: PlanWorld;
beforeEach(() => {
  world = new PlanWorld();
});

type Words = Partial<Parameters<typeof savePlace>[1]>;
const save = (key: string, words: Words) => {
  const request = { uid: 'a', city: 'shenzhen', kind: 'other' as const, name: key, ...words };
  const whole = { place: { station: '购物公园' }, ...request };
  return savePlace(world.process(), whole, { key, hash: JSON.stringify(whole) });
};
const forget = (key: string, placeId?: string) =>
  forgetPlace(world.process(), { uid: 'a', placeId }, { key, hash: key });
const names = async (uid = 'a') => (await listPlaces(world.process(), uid)).map(({ name }) => name);

test('there is one home and one work, and the same name is the same place', async () => {
  await save('家', { kind: 'home' });
  await save('公司', { kind: 'work' });
  await save('新家', { kind: 'home' });
  await save('球场', {});
  await save('again', { name: '球场', place: { station: '罗湖' } });
  expect(await names()).toEqual(['公司', '新家', '球场']);
  expect((await listPlaces(world.process(), 'a')).at(-1)!.place).toEqual({ station: '罗湖' });
  expect(await names('b')).toEqual([]);
});

test('a point is kept coarsely, a station by its own name', async () => {
  await save('家', { place: { name: '家', longitude: 113.976543, latitude: 22.540444 } });
  await save('站', { place: { station: '购物公园站' } });
  expect((await listPlaces(world.process(), 'a')).map(({ place }) => place)).toEqual([
    { name: '家', longitude: 113.977, latitude: 22.54 },
    { station: '购物公园' },
  ]);
});

test('an eleventh is refused, an unknown station too, and a repeat is the same', async () => {
  for (let one = 1; one <= 10; one += 1) await save(`地点 ${one}`, {});
  await save('地点 10', {});
  await expect(save('地点 11', {})).rejects.toEqual(expect.objectContaining({ code: 'PLACE_LIMIT' }));
  await expect(save('某', { place: { station: '不存在' } })).rejects.toEqual(
    expect.objectContaining({ code: 'PLAN_UNFIT' }),
  );
  expect(await names()).toHaveLength(10);
});

test('one is forgotten, or all of them, and then no document is left', async () => {
  const [kept] = await save('家', { kind: 'home' });
  await save('公司', { kind: 'work' });
  expect((await forget('one', kept!.placeId)).map(({ name }) => name)).toEqual(['公司']);
  expect(await forget('unknown', 'none')).toHaveLength(1);
  expect(await forget('all')).toEqual([]);
  expect(world.documents.of('favourite_places').size).toBe(0);
  expect(await forget('all again')).toEqual([]);
});
