import { metresPerSecond } from '../motion/journey';
import { PositionError } from '../phone/position-error';
import type { Random } from '../random';
import { deniedMock, fabricate } from './fabricate';
import type { FakeKind, Pretence } from './fake-kind';

/** From one pin to another, through all the houses between. */
function straightLine(random: Random): Pretence {
  const speed = metresPerSecond(random.between([11, 20]));
  const heading = random.between([0, 2 * Math.PI]);
  const drift = random.pick([0, 0.1]);
  const metresAt = (seconds: number): number => speed * (seconds + 20 * drift * Math.sin(seconds / 20));
  const accuracyMetres = random.pick([5, 10]);
  const spread = random.pick([0, 0.3]);
  const points = fabricate(
    {
      durationSeconds: random.logarithmicBetween([1500, 7000]) / speed,
      intervalSeconds: random.pick([1, 2, 3]),
      ...{ stampJitterMs: 60, grainMetres: random.pick([0, 0.5, 1.5]) },
      placeAt: seconds => ({
        eastMetres: metresAt(seconds) * Math.cos(heading),
        northMetres: metresAt(seconds) * Math.sin(heading),
      }),
      accuracyMetres: () => accuracyMetres * Math.exp(random.normal(spread)),
      speed: seconds => speed * (1 + drift * Math.cos(seconds / 20)),
      ...deniedMock(random),
    },
    random,
  );
  return { points };
}

/** Nobody moves at all: a phone lies in a room, and its receiver hears reflections only. */
function restingPhone(random: Random): Pretence {
  const typicalMetres = random.between([7, 20]);
  const error = new PositionError(typicalMetres, random.fork('error'));
  const intervalSeconds = random.pick([1, 2, 3, 5]);
  const speeds = random.pick(['none', 'zero', 'ghost'] as const);
  const points = fabricate(
    {
      durationSeconds: random.between([900, 4800]),
      intervalSeconds,
      ...{ stampJitterMs: 120, grainMetres: 0 },
      placeAt: () => {
        error.step(intervalSeconds, typicalMetres);
        return error.seen({ eastMetres: 0, northMetres: 0 }, typicalMetres);
      },
      accuracyMetres: () =>
        Math.round(Math.min(40, Math.max(8, 1.5 * typicalMetres * Math.exp(random.normal(0.25)))) * 100) /
        100,
      // Some receivers take their own drift for a movement.
      speed: () => (speeds === 'none' ? null : speeds === 'zero' ? 0 : Math.abs(random.normal(1.2))),
      ...deniedMock(random),
    },
    random,
  );
  return { points };
}

/** A finger that rests on the joystick of an app. */
function circles(random: Random): Pretence {
  const speed = metresPerSecond(random.between([9, 18]));
  const radiusMetres = random.between([12, 60]);
  const points = fabricate(
    {
      durationSeconds: random.between([400, 2000]),
      intervalSeconds: random.pick([1, 2, 3]),
      ...{ stampJitterMs: 60, grainMetres: random.between([0, 2]) },
      placeAt: seconds => ({
        eastMetres: radiusMetres * Math.cos((speed * seconds) / radiusMetres),
        northMetres: radiusMetres * Math.sin((speed * seconds) / radiusMetres),
      }),
      accuracyMetres: () => Math.round(random.between([4, 9]) * 100) / 100,
      speed: () => speed * (1 + random.normal(0.03)),
      ...deniedMock(random),
    },
    random,
  );
  return { points };
}

export const shapeFakes: readonly FakeKind[] = [
  { why: 'a replayed straight line', count: 5, pretend: straightLine },
  { why: 'a phone that rests in a room while its position drifts', count: 6, pretend: restingPhone },
  { why: 'circles around one point', count: 4, pretend: circles },
];
