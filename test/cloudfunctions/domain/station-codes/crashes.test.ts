import { dieAnywhere, type Process } from '../expiry/die-anywhere';
import { StationWorld } from './station-world';

type Act = (world: StationWorld, process: Process) => Promise<unknown>;

async function entered(): Promise<StationWorld> {
  const world = new StationWorld();
  await world.agree('ann');
  await world.enter('ann', '布吉', { name: 'in' });
  world.pass(35);
  return world;
}

const fresh = async () => {
  const world = new StationWorld();
  await world.agree('ann');
  return world;
};

test.each<[string, () => Promise<StationWorld>, Act]>([
  ['a scan at the entry', fresh, (one, process) => one.enter('ann', '布吉', { name: 'in', process })],
  ['a scan at the exit', entered, (one, process) => one.leave('ann', '福田', { name: 'out', process })],
  [
    'a scan at the exit that pays nothing',
    async () => {
      const world = await entered();
      world.pass(200);
      return world;
    },
    (one, process) => one.leave('ann', '福田', { name: 'out', process }),
  ],
  ['throwing a trip away', entered, (one, process) => one.discard('ann', 'away', process)],
])('%s: killed at any call and done again it leaves the same', async (_name, begin, act) => {
  expect(await dieAnywhere(await begin(), act)).toBeGreaterThan(2);
});
