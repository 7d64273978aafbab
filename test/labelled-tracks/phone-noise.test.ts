import { bikeKinds } from './labels/bikes';
import { busKinds } from './labels/buses';
import { carKinds } from './labels/cars';
import { drawBeginMs, takeTrip, travel } from './labels/take-trip';
import { walkKinds } from './labels/walks';
import { metresAt } from './motion/motion';
import { coordinatesOf, drawOrigin } from './phone/ground';
import { drawPhone } from './phone/phone';
import { PositionError } from './phone/position-error';
import { record } from './phone/record';
import { Random } from './random';
import { median, metresBetween, statisticsOf } from './statistics';

/** Phones know nothing of labels: a few trips of each kind show what they do. */
const honest = [...walkKinds, ...bikeKinds, ...carKinds, ...busKinds].flatMap(kind =>
  [1, 2, 3].map(seed => takeTrip(kind, new Random(seed).fork(kind.why))),
);
const statistics = honest.map(({ points }) => statisticsOf(points));
const share = (holds: boolean[]): number => holds.filter(Boolean).length / holds.length;

/** How alike a series is to itself some steps later. */
function correlation(values: number[], steps: number): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const covariance = (lag: number): number =>
    values.slice(lag).reduce((sum, value, index) => sum + (value - mean) * (values[index]! - mean), 0);
  return covariance(steps) / covariance(0);
}

test.each([3, 12])(
  'an error of %d m keeps its size, and is remembered for seconds, not for minutes',
  metres => {
    const error = new PositionError(metres, new Random(5));
    const errors = Array.from({ length: 40_000 }, () => {
      error.step(1, metres);
      return error.seen({ eastMetres: 0, northMetres: 0 }, metres).eastMetres;
    });
    const deviation = Math.hypot(...errors) / Math.sqrt(errors.length);
    expect(deviation / metres).toBeGreaterThan(0.85);
    expect(deviation / metres).toBeLessThan(1.35);
    expect(correlation(errors, 1)).toBeGreaterThan(0.9);
    expect(correlation(errors, 10)).toBeGreaterThan(0.45);
    expect(Math.abs(correlation(errors, 300))).toBeLessThan(0.15);
  },
);

test('the reported accuracy is about the radius that holds two thirds of the errors', () => {
  const held: boolean[] = [];
  for (let trip = 0; trip < 20; trip += 1) {
    const random = new Random(trip);
    const { journey, motion } = travel(bikeKinds[trip % bikeKinds.length]!, random);
    const gaps = { asleepChance: 0, tunnelChance: 0 };
    const sky = { openMetres: [2, 4], canyonChance: 0.3, canyonMetres: [7, 15] } as const;
    const [origin, beginMs] = [drawOrigin(random), drawBeginMs(random)];
    const how = { phone: drawPhone(random), sky, gaps, origin, beginMs };
    for (const point of record(journey, motion, how, random)) {
      const metres = metresAt(motion, (point.atMs - beginMs) / 1000);
      const truth = { ...point, ...coordinatesOf(journey.route.placeAt(metres), origin) };
      held.push(metresBetween(point, truth) < point.accuracyMetres);
    }
  }
  expect(share(held)).toBeGreaterThan(0.6);
  expect(share(held)).toBeLessThan(0.85);
});

test('accuracies go from good to bad along most ways, and stay between 3 and 40 m', () => {
  const accuracies = honest.map(({ points }) => points.map(({ accuracyMetres }) => accuracyMetres));
  for (const metres of accuracies) {
    expect(Math.min(...metres)).toBeGreaterThanOrEqual(3);
    expect(Math.max(...metres)).toBeLessThanOrEqual(40);
  }
  expect(share(accuracies.map(metres => Math.max(...metres) > 3 * Math.min(...metres)))).toBeGreaterThan(0.6);
  expect(median(accuracies.flat())).toBeGreaterThan(4);
  expect(median(accuracies.flat())).toBeLessThan(12);
});

test('points come every one to five seconds, some are lost, and some phones sleep', () => {
  const rhythms = statistics.map(({ medianIntervalSeconds }) => Math.round(medianIntervalSeconds));
  expect([...new Set(rhythms)].sort()).toEqual([1, 2, 3, 5]);
  const gaps = statistics.map(({ longestGapSeconds }) => longestGapSeconds);
  expect(Math.max(...gaps)).toBeLessThan(180);
  expect(share(gaps.map(seconds => seconds > 19))).toBeGreaterThan(0.15);
  expect(share(gaps.map(seconds => seconds > 19))).toBeLessThan(0.6);
  const lost = statistics.filter(
    ({ longestGapSeconds, medianIntervalSeconds }) => longestGapSeconds > 1.8 * medianIntervalSeconds,
  );
  expect(lost.length / statistics.length).toBeGreaterThan(0.8);
});

test('some phones give no speed, some only now and then, most always', () => {
  const shares = honest.map(({ points }) => share(points.map(point => point.speedMetresPerSecond === null)));
  expect(share(shares.map(nulls => nulls === 1))).toBeGreaterThan(0.05);
  expect(share(shares.map(nulls => nulls > 0 && nulls < 1))).toBeGreaterThan(0.1);
  expect(share(shares.map(nulls => nulls === 0))).toBeGreaterThan(0.4);
});

test('speeds agree with the movement over long legs', () => {
  for (const [index, { points }] of honest.entries()) {
    const speeds = points.flatMap(({ speedMetresPerSecond: speed }) => (speed === null ? [] : [speed * 3.6]));
    if (speeds.length < points.length) continue;
    const mean = speeds.reduce((sum, speed) => sum + speed, 0) / speeds.length;
    const ratio = mean / statistics[index]!.meanKilometresPerHour;
    // Between tall buildings the leaps of the position add to the way of somebody who strolls.
    expect(ratio).toBeGreaterThan(0.5);
    // A phone that is silent at lights has no points to report a standstill in.
    expect(ratio).toBeLessThan(1.9);
  }
});

test('only Android says that nothing is mocked, and no honest phone says that something is', () => {
  expect(honest.every(({ points }) => points.every(({ isMock }) => isMock !== true))).toBe(true);
  const saying = share(honest.map(({ points }) => points[0]!.isMock === false));
  expect(saying).toBeGreaterThan(0.3);
  expect(saying).toBeLessThan(0.7);
});
