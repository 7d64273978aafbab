import { bikeKinds } from '../labels/bikes';
import { takeTrip } from '../labels/take-trip';
import { metresPerSecond } from '../motion/journey';
import { drawPhone } from '../phone/phone';
import type { Random } from '../random';
import { layOut } from '../streets/lay-out';
import { planStreets } from '../streets/plan-streets';
import { deniedMock, fabricate } from './fabricate';
import type { FakeKind, Pretence } from './fake-kind';

const grid = { blockMetres: [120, 400] as const, lightChance: 0, turnChance: 0.3 };
const ground = { steepness: 0, cornerRadiusMetres: 4, weaveMetres: [0, 0] as const };
const accuracies = [1, 3, 5, 5, 10, 15] as const;

interface App {
  isMock?: boolean;
  grainMetres: number;
  /** Apps that want to look natural draw each step's speed anew. */
  speedSpread: number;
}

/** Somebody taps a way on a map, and an app moves along it. */
function along(app: App, random: Random): Pretence {
  const speed = metresPerSecond(random.between([10, 22]));
  const lengthMetres = random.logarithmicBetween([1000, 8000]);
  const route = layOut(planStreets(grid, lengthMetres, random), ground, random);
  const accuracyMetres = random.pick(accuracies);
  const intervalSeconds = random.pick([1, 1, 2, 3]);
  const drawSpeed = (): number => speed * (1 + app.speedSpread * random.between([-1, 1]));
  let [metres, latestSeconds] = [0, 0];
  const placeAt = (seconds: number) => {
    metres += drawSpeed() * (seconds - latestSeconds);
    latestSeconds = seconds;
    return route.placeAt(metres);
  };
  const says = random.chance(0.7);
  const points = fabricate(
    {
      ...{ durationSeconds: route.lengthMetres / speed, intervalSeconds, grainMetres: app.grainMetres },
      ...{ stampJitterMs: random.pick([0, 30]), accuracyMetres: () => accuracyMetres, placeAt },
      speed: () => (says ? drawSpeed() : null),
      ...(app.isMock === undefined ? deniedMock(random) : { isMock: app.isMock }),
    },
    random,
  );
  return { points };
}

const commuters = bikeKinds.filter(({ why }) => why.includes('commuter'));

/** The app replays a ride with all its noise; only the system gives it away, and sometimes only after a while. */
function flaggedRide(random: Random): Pretence {
  const phone = { ...drawPhone(random.fork('phone')), system: 'android' as const, saysMock: true };
  const { points } = takeTrip(random.pick(commuters), random, phone);
  const fromIndex = random.chance(0.5) ? 0 : Math.floor(points.length * random.between([0.1, 0.4]));
  return { points: points.map((point, index) => ({ ...point, isMock: index >= fromIndex })) };
}

export const mockAppFakes: readonly FakeKind[] = [
  {
    ...{ why: 'a mock app at constant speed that the system names', count: 6 },
    pretend: random => along({ isMock: true, grainMetres: 0, speedSpread: 0 }, random),
  },
  { why: 'a mock app that replays a noisy ride, and that the system names', count: 4, pretend: flaggedRide },
  {
    ...{ why: 'an unnamed mock app: constant speed, no noise, constant accuracy', count: 7 },
    pretend: random => along({ grainMetres: 0, speedSpread: 0 }, random),
  },
  {
    ...{ why: 'an unnamed mock app that adds independent noise', count: 6 },
    pretend: random => along({ grainMetres: random.between([1, 3.5]), speedSpread: 0.15 }, random),
  },
];
