import type { Pace } from '../../../../cloudfunctions/domain/tracks/judgement/paces';
import { pacesOf } from '../../../../cloudfunctions/domain/tracks/judgement/paces';
import { onPlane } from '../../../../cloudfunctions/domain/tracks/judgement/plane-point';
import { ridingStyle } from '../../../../cloudfunctions/domain/tracks/judgement/riding-style';
import { bicycle, drawTrack } from '../../../support/drawn-track';

/** One pace a second. */
const eachSecond = (speeds: readonly number[]): Pace[] =>
  speeds.map((metresPerSecond, second) => ({ atMs: second * 1_000, metresPerSecond }));

const styleOf = (speeds: readonly number[]) => ridingStyle({ areTold: true, paces: eachSecond(speeds) });

const hold = (seconds: number, metresPerSecond: number): number[] =>
  Array.from({ length: seconds }, () => metresPerSecond);

const ramp = (seconds: number, from: number, to: number): number[] =>
  Array.from({ length: seconds }, (_, second) => from + ((to - from) * (second + 1)) / seconds);

/** Ten times from standing to four metres a second and back, in so many seconds each, with so long a stand. */
const lights = (changeSeconds: number, standSeconds: number): number[] =>
  Array.from({ length: 10 }, () => [
    ...ramp(changeSeconds, 0, 4),
    ...hold(60, 4),
    ...ramp(changeSeconds, 4, 0),
    ...hold(standSeconds, 0),
  ]).flat();

test.each([
  [6, 3_000],
  [20, 10_000],
])('getting under way in %i seconds is half of that from a fifth to seven tenths', (seconds, changeMs) => {
  const style = styleOf(lights(seconds, 30));
  expect(style.changeMs! / changeMs).toBeCloseTo(1, 1);
});

test.each([20, 70])('a stand of %i seconds is a wait of about that', seconds => {
  const { waitMs } = styleOf(lights(8, seconds));
  expect(waitMs).toBeGreaterThanOrEqual(seconds * 1_000);
  expect(waitMs).toBeLessThan((seconds + 6) * 1_000);
});

test('a pause of the recording is no wait, and nobody knows how the way went on', () => {
  const ridden = eachSecond([...ramp(6, 0, 4), ...hold(60, 4)]);
  const later = ridden.map(pace => ({ ...pace, atMs: pace.atMs + 600_000 }));
  const style = ridingStyle({ areTold: true, paces: [...ridden, ...later] });
  expect(style).toMatchObject({ waitMs: null });
  expect(style.changeMs).toBeLessThan(6_000);
});

test('an engine pulls harder than legs', () => {
  const [legs, engine] = [styleOf(lights(8, 20)), styleOf(lights(3, 20))];
  expect(legs.pull).toBeCloseTo(0.5, 1);
  expect(engine.pull).toBeGreaterThan(0.7);
});

test('what goes up and down over minutes drifts, what shakes about a pace does not', () => {
  const rises = styleOf(Array.from({ length: 900 }, (_, second) => 4 + Math.sin(second / 20)));
  const shakes = styleOf(Array.from({ length: 900 }, (_, second) => 4 + Math.sin(second * second)));
  expect(rises.drift).toBeGreaterThan(0.1);
  expect(shakes.drift).toBeLessThan(0.06);
  expect(shakes.haste).toBeGreaterThan(rises.haste!);
  expect(rises.forgetting).toBeLessThan(shakes.forgetting!);
});

test('a kept pace is cruising, one of traffic is not', () => {
  expect(styleOf(lights(6, 20)).cruiseShare).toBeGreaterThan(0.8);
  expect(styleOf(Array.from({ length: 40 }, () => ramp(20, 1, 8)).flat()).cruiseShare).toBeLessThan(0.5);
});

test('of too little nothing is said', () => {
  expect(styleOf([1, 2, 3])).toMatchObject({
    pull: null,
    haste: null,
    drift: null,
    forgetting: null,
    changeMs: null,
    waitMs: null,
  });
  expect(styleOf([])).toMatchObject({ usualMetresPerSecond: 0, topShare: 0, cruiseShare: 0 });
});

describe('paces', () => {
  const points = drawTrack({ parts: bicycle });
  const paces = (change: (speed: number | null) => number | null) =>
    pacesOf(
      onPlane(points.map(point => ({ ...point, speedMetresPerSecond: change(point.speedMetresPerSecond) }))),
    );

  test('are the phone’s own where it gives them, and those of its places otherwise', () => {
    expect(paces(speed => speed).areTold).toBe(true);
    expect(paces(() => null).areTold).toBe(false);
    // Some phones that take their place from the network say that they stand all the time.
    expect(paces(() => 0).areTold).toBe(false);
  });

  test('of places are about those of the phone', () => {
    const [told, placed] = [ridingStyle(paces(speed => speed)), ridingStyle(paces(() => null))];
    expect(placed.usualMetresPerSecond / told.usualMetresPerSecond).toBeCloseTo(1, 0);
    expect(placed.waitMs).not.toBeNull();
  });

  test('of readings that are far apart are those between neighbours', () => {
    const sparse = onPlane(points).filter((_, index) => index % 3 === 0);
    expect(pacesOf(sparse.map(point => ({ ...point, speedMetresPerSecond: null }))).paces).toHaveLength(
      sparse.length,
    );
  });
});
