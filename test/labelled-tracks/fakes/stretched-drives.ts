import { carKinds } from '../labels/cars';
import { longestSeconds, takeTrip } from '../labels/take-trip';
import { metresPerSecond } from '../motion/journey';
import { drawPhone } from '../phone/phone';
import type { Random } from '../random';
import type { FakeKind, Pretence } from './fake-kind';

const fastCars = carKinds.filter(({ why }) => /free roads|ordinary traffic/.test(why));
const DEGREE_METRES = 111_320;
const DRAWS = 50;

/** What a cheat does with the speeds that the phone has measured: they would give the car away. */
type Speeds = 'none' | 'adapted' | 'forgotten';

/** A car drives, and the times are drawn out until it looks as slow as a bike. */
function stretchedDrive(speeds: Speeds, random: Random): Pretence {
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const here = random.fork(`draw ${draw}`);
    const phone = { ...drawPhone(here.fork('phone')), intervalSeconds: here.pick([1, 1, 2]) };
    const kind = { ...here.pick(fastCars), gaps: { asleepChance: 0, tunnelChance: 0 } };
    const { points } = takeTrip(kind, here, {
      ...phone,
      speedReports: speeds === 'none' ? 'never' : 'always',
    });
    const [first, last] = [points[0]!, points.at(-1)!];
    const seconds = (last.atMs - first.atMs) / 1000;
    // The way along the streets is longer than the crow flies, by about a quarter in a grid.
    const crowMetres =
      DEGREE_METRES * Math.hypot(last.latitude - first.latitude, 0.92 * (last.longitude - first.longitude));
    const factor = (1.25 * crowMetres) / seconds / metresPerSecond(here.between([13, 19]));
    if (factor < 1.3 || factor * seconds > longestSeconds) continue;
    return {
      points: points.map(point => ({
        ...point,
        atMs: Math.round(first.atMs + (point.atMs - first.atMs) * factor),
        speedMetresPerSecond:
          speeds === 'adapted' && point.speedMetresPerSecond !== null
            ? Math.round((point.speedMetresPerSecond / factor) * 100) / 100
            : point.speedMetresPerSecond,
      })),
    };
  }
  throw new Error('No drive could be drawn out to a ride.');
}

const stretched = (speeds: Speeds, why: string): FakeKind => ({
  ...{ why, count: 3 },
  pretend: random => stretchedDrive(speeds, random),
});

export const stretchedDriveFakes: readonly FakeKind[] = [
  stretched('none', 'a car drive with drawn-out times and no speeds'),
  stretched('adapted', 'a car drive with drawn-out times and adapted speeds'),
  stretched('forgotten', 'a car drive with drawn-out times and the speeds of the car'),
];
