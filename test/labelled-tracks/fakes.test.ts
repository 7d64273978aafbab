import { generateTracks, type LabelledTrack, type TrackPoint } from './index';
import { intervalsMs, median, metresBetween, quantile, statisticsOf } from './statistics';

const tracks = generateTracks(3);
const honest = tracks.filter(({ label }) => label !== 'fake');
function fakes(why: RegExp): LabelledTrack[] {
  const found = tracks.filter(track => track.label === 'fake' && why.test(track.why));
  expect(found.length).toBeGreaterThanOrEqual(3);
  return found;
}

const hopsMetres = (points: TrackPoint[]): number[] =>
  points.slice(1).map((point, index) => metresBetween(points[index]!, point));

/** How much the speed from point to point varies, as a share of the usual one. */
function unevenness(points: TrackPoint[]): number {
  const intervals = intervalsMs(points);
  const speeds = hopsMetres(points).map((metres, index) => metres / intervals[index]!);
  return (quantile(speeds, 0.9) - quantile(speeds, 0.1)) / median(speeds);
}

const extentMetres = (points: TrackPoint[]): number => {
  const centre = {
    ...points[0]!,
    latitude: median(points.map(({ latitude }) => latitude)),
    longitude: median(points.map(({ longitude }) => longitude)),
  };
  return Math.max(...points.map(point => metresBetween(centre, point)));
};

test('the system names mock apps from a moment on', () => {
  for (const { points } of fakes(/that the system names/)) {
    expect(points.at(-1)!.isMock).toBe(true);
    expect(points.filter(({ isMock }) => isMock).length).toBeGreaterThan(points.length / 2);
  }
  const others = tracks.filter(({ why }) => !why.includes('the system names'));
  expect(others.some(({ points }) => points.some(({ isMock }) => isMock))).toBe(false);
});

test('unnamed apps are more even than anybody', () => {
  const even = fakes(/unnamed mock app: constant/);
  for (const { points } of even) {
    expect(unevenness(points)).toBeLessThan(0.12);
    expect(new Set(points.map(({ accuracyMetres }) => accuracyMetres)).size).toBe(1);
  }
  expect(Math.min(...honest.map(({ points }) => unevenness(points)))).toBeGreaterThan(0.12);
});

test('independent noise goes to and fro', () => {
  for (const { points } of fakes(/independent noise/)) {
    expect(unevenness(points)).toBeGreaterThan(0.12);
    expect(statisticsOf(points).haltsPerKilometre).toBe(0);
  }
});

test('straight lines are straight', () => {
  for (const { points } of fakes(/straight line/)) {
    const [first, last] = [points[0]!, points.at(-1)!];
    const crow = metresBetween(first, last);
    const furthest = points.map(point => metresBetween(first, point) + metresBetween(point, last) - crow);
    expect(quantile(furthest, 0.95)).toBeLessThan(crow * 0.01);
    expect(crow).toBeGreaterThan(1000);
  }
});

test('phones in rooms and circles stay where they are, while their ways grow', () => {
  for (const { points } of fakes(/rests in a room|circles/)) {
    expect(extentMetres(points)).toBeLessThan(150);
    expect(statisticsOf(points).kilometres).toBeGreaterThan(0.4);
  }
});

test('teleports leap', () => {
  for (const { points } of fakes(/teleports/)) expect(Math.max(...hopsMetres(points))).toBeGreaterThan(700);
  expect(Math.max(...honest.flatMap(({ points }) => quantile(hopsMetres(points), 0.999)))).toBeLessThan(2600);
});

test('drawn-out drives are as slow as bikes, and forgotten speeds are not', () => {
  for (const { points, why } of fakes(/drawn-out/)) {
    const { meanKilometresPerHour, peakKilometresPerHour, minutes } = statisticsOf(points);
    expect(meanKilometresPerHour).toBeGreaterThan(9);
    expect(meanKilometresPerHour).toBeLessThan(24);
    expect(peakKilometresPerHour).toBeLessThan(48);
    expect(minutes).toBeLessThan(91);
    const speeds = points.flatMap(({ speedMetresPerSecond: speed }) => (speed === null ? [] : [speed * 3.6]));
    if (why.includes('no speeds')) expect(speeds).toEqual([]);
    if (why.includes('speeds of the car')) expect(quantile(speeds, 0.95)).toBeGreaterThan(38);
    if (why.includes('adapted')) expect(quantile(speeds, 0.95)).toBeLessThan(45);
  }
});

test('times that repeat or go back do so', () => {
  for (const { points } of fakes(/repeat or go back/))
    expect(intervalsMs(points).some(interval => interval <= 0)).toBe(true);
});

test('exact rhythms are exact', () => {
  for (const { points } of fakes(/exactly to the millisecond/))
    expect(new Set(intervalsMs(points)).size).toBe(1);
});

test('copies lie on their originals, on another day', () => {
  for (const { points, why } of fakes(/copied from/)) {
    const original = tracks[Number(/track (\d+)$/.exec(why)?.[1])]!;
    expect(original.label).toBe('bike');
    expect(points.length).toBe(original.points.length);
    const apart = points.map((point, index) => metresBetween(point, original.points[index]!));
    expect(Math.max(...apart)).toBeLessThan(5);
    expect(Math.max(...apart)).toBeGreaterThan(0);
    expect(points[0]!.atMs - original.points[0]!.atMs).toBeGreaterThan(20 * 3_600_000);
  }
});
