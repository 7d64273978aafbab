import { generateTracks, type Label } from './index';
import { bikeKinds } from './labels/bikes';
import { takeTrip } from './labels/take-trip';
import { Random } from './random';
import { intervalsMs, median, quantile, statisticsOf } from './statistics';

const tracks = generateTracks(1);
const honest = tracks
  .filter(({ label }) => label !== 'fake')
  .map(track => ({ ...track, statistics: statisticsOf(track.points) }));
const of = (label: Label, why = /./) => honest.filter(track => track.label === label && why.test(track.why));
const meansOf = (label: Label): number[] =>
  of(label).map(({ statistics }) => statistics.meanKilometresPerHour);
const fastRuns = /running/;

test('the same seed gives the same tracks, another seed others', () => {
  expect(JSON.stringify(generateTracks(1)) === JSON.stringify(tracks)).toBe(true);
  const [kind] = bikeKinds;
  expect(takeTrip(kind!, new Random(2))).not.toEqual(takeTrip(kind!, new Random(3)));
});

test('there are enough tracks of each label', () => {
  const counts = Object.fromEntries(
    (['walk', 'bike', 'car', 'bus', 'fake'] as const).map(label => [
      label,
      tracks.filter(track => track.label === label).length,
    ]),
  );
  expect(tracks.length).toBeGreaterThanOrEqual(240);
  expect(counts.bike).toBeGreaterThanOrEqual(80);
  for (const label of ['walk', 'car', 'bus', 'fake']) expect(counts[label]).toBeGreaterThanOrEqual(40);
});

test('every point lies in Shenzhen, with numbers that a phone could give', () => {
  const wrong = tracks.flatMap(({ why, points }) =>
    points
      .filter(
        ({ latitude, longitude, atMs, accuracyMetres, speedMetresPerSecond }) =>
          !(Math.abs(latitude - 22.55) < 0.4 && Math.abs(longitude - 114.04) < 0.4) ||
          !Number.isSafeInteger(atMs) ||
          !(accuracyMetres > 0 && accuracyMetres <= 40) ||
          (speedMetresPerSecond !== null && !(speedMetresPerSecond >= 0 && speedMetresPerSecond < 35)),
      )
      .map(point => ({ why, point })),
  );
  expect(wrong.slice(0, 3)).toEqual([]);
});

test('honest trips are as long as trips are', () => {
  for (const { statistics, why } of honest) {
    const { kilometres, minutes } = statistics;
    expect({ why, fits: kilometres > 0.4 && kilometres < 21.5 && minutes > 2.8 && minutes < 90 }).toEqual({
      why,
      fits: true,
    });
  }
  expect(
    quantile(
      honest.map(({ statistics }) => statistics.kilometres),
      0.9,
    ),
  ).toBeGreaterThan(7);
  expect(Math.max(...honest.map(({ statistics }) => statistics.minutes))).toBeGreaterThan(45);
});

/** Label, which of its kinds, and the bands of the mean and of the 95th percentile of the speed. */
const bands: [Label, RegExp, [number, number], [number, number]][] = [
  ['walk', /stroll|dog/, [2, 5.5], [3.5, 13]],
  ['walk', /walk to work|brisk/, [3.5, 7.5], [5, 13]],
  ['walk', fastRuns, [7.5, 13], [10.5, 18]],
  ['bike', /old rider/, [5, 11], [9, 20]],
  ['bike', /greenway/, [9, 14.5], [11.5, 22]],
  ['bike', /commuter|round trip/, [7, 17], [13, 30]],
  ['bike', /pause/, [3.5, 14.5], [11, 26]],
  ['bike', /hurried|hills/, [8, 20], [11, 32]],
  ['bike', /road bike$/, [20, 30], [28, 42]],
  ['bike', /road bike in the city/, [14, 27], [26, 42]],
  ['car', /free roads/, [22, 52], [40, 72]],
  ['car', /expressway/, [40, 90], [65, 105]],
  ['car', /ordinary/, [17, 34], [36, 64]],
  ['car', /rush-hour/, [11, 19], [27, 58]],
  ['car', /moments/, [9.5, 18], [18, 45]],
  ['car', /taxi|parking/, [9, 25], [28, 62]],
  ['bus', /ordinary|own lane|skips/, [11, 29], [32, 52]],
  ['bus', /slow/, [7.5, 15.5], [22, 44]],
];

test.each(bands)('%s %p moves within its bands', (label, kinds, mean, high) => {
  const group = of(label, kinds);
  expect(group.length).toBeGreaterThan(0);
  for (const { statistics } of group) {
    expect(statistics.meanKilometresPerHour).toBeGreaterThan(mean[0]);
    expect(statistics.meanKilometresPerHour).toBeLessThan(mean[1]);
    expect(statistics.highKilometresPerHour).toBeGreaterThan(high[0]);
    expect(statistics.highKilometresPerHour).toBeLessThan(high[1]);
  }
});

test('every honest track belongs to a band', () => {
  const without = honest.filter(
    ({ label, why }) => !bands.some(([banded, kinds]) => banded === label && kinds.test(why)),
  );
  expect(without.map(({ why }) => why)).toEqual([]);
});

test('cars in a jam burst, and come to stand', () => {
  const jams = of('car', /rush-hour/).map(({ statistics }) => statistics);
  for (const { peakKilometresPerHour } of jams) expect(peakKilometresPerHour).toBeGreaterThan(33);
  expect(median(jams.map(({ haltsPerKilometre }) => haltsPerKilometre))).toBeGreaterThan(0.8);
});

test('buses halt about as often as they have stops, bikes less often', () => {
  const halts = (label: Label, why?: RegExp): number =>
    median(of(label, why).map(({ statistics }) => statistics.haltsPerKilometre));
  expect(halts('bus')).toBeGreaterThan(1.2);
  expect(halts('bus')).toBeLessThan(4.5);
  expect(halts('bike', /commuter/)).toBeLessThan(halts('bus'));
});

test('the mean speed alone tells neither bikes from vehicles nor from runners', () => {
  const [slow, fast] = [quantile(meansOf('bike'), 0.1), quantile(meansOf('bike'), 0.9)];
  const among = (means: number[]): number => means.filter(mean => mean > slow && mean < fast).length;
  expect(among(meansOf('car'))).toBeGreaterThanOrEqual(20);
  expect(among(meansOf('bus'))).toBeGreaterThanOrEqual(20);
  expect(among(meansOf('walk'))).toBeGreaterThanOrEqual(10);
});

test('ways turn corners, and some come back to their begin', () => {
  const straightness = honest.map(({ statistics }) => statistics.straightness);
  expect(median(straightness)).toBeGreaterThan(0.5);
  expect(median(straightness)).toBeLessThan(0.95);
  for (const { statistics } of of('bike', /round trip/)) expect(statistics.straightness).toBeLessThan(0.1);
});

test('no honest clock stands still or is exact', () => {
  for (const { points } of honest) {
    const intervals = intervalsMs(points);
    expect(Math.min(...intervals)).toBeGreaterThan(0);
    expect(new Set(intervals).size).toBeGreaterThan(20);
  }
});
