import { FactorSetError, listFactorSets } from '../../../../cloudfunctions/domain/factors';
import { shenzhenFactorSet } from '../../../../cloudfunctions/domain/factors/seed';
import type { Find, Platform } from '../../../../cloudfunctions/platform';

/** A platform of which only the clock and the reading of sets exist; a real database is the endpoint's concern. */
function platformWith(sets: unknown[]) {
  const finds: Find[] = [];
  const world = { nowMs: 1_000_000, sets, finds };
  const database = {
    find: async (_: unknown, find: Find) => {
      finds.push(find);
      return world.sets;
    },
  };
  const platform = { database, nowMs: () => world.nowMs } as unknown as Platform;
  return { world, platform };
}

test('reads the sets of the city, the latest first', async () => {
  const { world, platform } = platformWith([shenzhenFactorSet]);
  expect(await listFactorSets(platform, 'shenzhen')).toEqual([shenzhenFactorSet]);
  expect(world.finds).toEqual([
    { where: { city: 'shenzhen' }, orderBy: [['validFromDay', 'desc']], limit: 100 },
  ]);
});

test('reads a city once a minute, and cities apart', async () => {
  const { world, platform } = platformWith([]);
  await listFactorSets(platform, 'shenzhen');
  await listFactorSets(platform, 'beijing');
  world.nowMs += 59_999;
  await listFactorSets(platform, 'shenzhen');
  expect(world.finds).toHaveLength(2);
  world.nowMs += 1;
  world.sets = [shenzhenFactorSet];
  expect(await listFactorSets(platform, 'shenzhen')).toHaveLength(1);
  expect(world.finds).toHaveLength(3);
});

test('a broken set stops the whole, and is read again once it is mended', async () => {
  const { world, platform } = platformWith([shenzhenFactorSet, { _id: 'sz-2027' }]);
  await expect(listFactorSets(platform, 'shenzhen')).rejects.toThrow(FactorSetError);
  world.sets = [shenzhenFactorSet];
  expect(await listFactorSets(platform, 'shenzhen')).toEqual([shenzhenFactorSet]);
});
