import type { TrackReason } from '../../../../cloudfunctions/contract/tracks';
import type { TrackPoint } from '../../../../cloudfunctions/domain/tracks/judgement/track-point';
import { judgeTrack } from '../../../../cloudfunctions/domain/tracks/rules';
import { bicycle, type Drawing, drawTrack } from '../../../support/drawn-track';

const ride = (change: Partial<Drawing> = {}): TrackPoint[] => drawTrack({ parts: bicycle, ...change });

type Change = (points: TrackPoint[]) => TrackPoint[];
const each =
  (change: (point: TrackPoint, index: number) => TrackPoint): Change =>
  points =>
    points.map(change);

test('a bicycle trip has nothing against it and is no longer than its way', () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const { reasons, measures } = judgeTrack(ride({ seed }));
    expect({ seed, reasons }).toEqual({ seed, reasons: [] });
    const way = 180 * 4.2 + 200 * 4.6 + 160 * 3.9;
    expect(measures.distanceMetres).toBeLessThan(way * 1.1);
    expect(measures.distanceMetres).toBeGreaterThan(way * 0.8);
  }
});

test.each<[string, Drawing['parts'], TrackReason]>([
  ['walked', [{ seconds: 900, metresPerSecond: 1.4 }], 'WALKING'],
  [
    'walked with a little run',
    [
      { seconds: 600, metresPerSecond: 1.5 },
      { seconds: 60, metresPerSecond: 3.2 },
    ],
    'WALKING',
  ],
  [
    'by car through the town',
    [
      { seconds: 120, metresPerSecond: 13, turn: 90 },
      { seconds: 60, metresPerSecond: 0 },
      { seconds: 150, metresPerSecond: 11 },
    ],
    'MOTOR',
  ],
  [
    'by car in a jam that ends',
    [
      { seconds: 300, metresPerSecond: 3.5 },
      { seconds: 60, metresPerSecond: 12 },
    ],
    'MOTOR',
  ],
  [
    'by car in stop-and-go',
    Array.from({ length: 12 }, () => [
      { seconds: 30, metresPerSecond: 2.5 },
      { seconds: 12, metresPerSecond: 7 },
      { seconds: 15, metresPerSecond: 0 },
    ]).flat(),
    'MOTOR',
  ],
  ['too short', [{ seconds: 50, metresPerSecond: 4 }], 'TOO_SHORT'],
  ['too far', [{ seconds: 11_000, metresPerSecond: 6.2 }], 'TOO_FAR'],
  ['too long', [{ seconds: 4 * 3_600 + 60, metresPerSecond: 3.8 }], 'TOO_LONG'],
  [
    'there and back',
    [
      { seconds: 200, metresPerSecond: 4, turn: 180 },
      { seconds: 200, metresPerSecond: 4 },
    ],
    'START_IS_END',
  ],
])('a trip %s is refused', (_name, parts, reason) => {
  expect(judgeTrack(drawTrack({ parts })).reasons).toContain(reason);
});

const halfWay = (points: readonly TrackPoint[]) => Math.floor(points.length / 2);

test.each<[string, Change, TrackReason]>([
  [
    'one reading that was made up',
    each((point, at) => (at === 9 ? { ...point, isMock: true } : point)),
    'MOCK_LOCATION',
  ],
  [
    'time going backwards',
    points => [...points.slice(9, 40), ...points.slice(0, 9), ...points.slice(40)],
    'TIME_BACKWARDS',
  ],
  [
    'a clock that was set back in the middle',
    each((point, at) => (at < 50 ? point : { ...point, atMs: point.atMs - 600_000 })),
    'TIME_BACKWARDS',
  ],
  ['ten readings', points => points.slice(0, 10), 'TOO_FEW_POINTS'],
  ['no reading at all', () => [], 'TOO_FEW_POINTS'],
  ['readings from the network alone', each(point => ({ ...point, accuracyMetres: 500 })), 'INACCURATE'],
  [
    'a jump over the town',
    points =>
      points.map((point, at) =>
        at < halfWay(points) ? point : { ...point, latitude: point.latitude + 0.1 },
      ),
    'TELEPORT',
  ],
  ['a long gap with way in it', points => points.filter((_, at) => at < 30 || at > 160), 'GAPS'],
])('%s is refused', (_name, change, reason) => {
  expect(judgeTrack(change(ride())).reasons).toContain(reason);
});

test.each<[string, Change]>([
  [
    'one reading beside the way',
    each((point, at) => (at === 70 ? { ...point, latitude: point.latitude + 0.05 } : point)),
  ],
  ['a few unsure readings', each((point, at) => (at % 7 === 0 ? { ...point, accuracyMetres: 200 } : point))],
  ['no speeds of the phone', each(point => ({ ...point, speedMetresPerSecond: null }))],
  ['speeds of zero, as from the network', each(point => ({ ...point, speedMetresPerSecond: 0 }))],
  ['the same reading twice', points => points.flatMap(point => [point, point])],
  [
    'a rest of five minutes',
    points => points.map((point, at) => (at < 65 ? point : { ...point, atMs: point.atMs + 300_000 })),
  ],
])('a bicycle trip with %s stays one', (_name, change) => {
  expect(judgeTrack(change(ride())).reasons).toEqual([]);
});

test.each<[string, TrackPoint[]]>([
  [
    'drawn with a ruler',
    drawTrack({ parts: [{ seconds: 600, metresPerSecond: 4 }], wanderMetres: 0, unevenness: 0 }),
  ],
  [
    'played twice',
    (() => {
      const once = drawTrack({ parts: [{ seconds: 400, metresPerSecond: 4 }] });
      const again = [...once]
        .reverse()
        .map((point, at) => ({ ...point, atMs: once.at(-1)!.atMs + 3_000 * (at + 1) }));
      return [...once, ...again];
    })(),
  ],
  ['whose speeds were written beside it', ride().map(point => ({ ...point, speedMetresPerSecond: 15 }))],
])('a track %s is made up', (_name, points) => {
  expect(judgeTrack(points).reasons).toContain('MADE_UP');
});

/** From standing to that speed and back, in steps so small that it is one even change. */
const even = (seconds: number, metresPerSecond: number): Drawing['parts'] =>
  Array.from({ length: seconds / 3 }, (_, step) => ({
    seconds: 3,
    metresPerSecond: (metresPerSecond * (step + 1)) / (seconds / 3),
  }));

/** Some minutes between lights: getting under way takes so long, and so does each light. */
const betweenLights = (startSeconds: number, lightSeconds: number): Drawing['parts'] =>
  Array.from({ length: 5 }, () => [
    ...even(startSeconds, 4.6),
    { seconds: 90, metresPerSecond: 4.6 },
    ...[...even(startSeconds, 4.6)].reverse(),
    { seconds: lightSeconds, metresPerSecond: 0 },
  ]).flat();

test.each<[string, Drawing, TrackReason[]]>([
  ['with quick starts at long lights is one', { parts: betweenLights(6, 75) }, []],
  ['with slow starts at short lights is one', { parts: betweenLights(30, 24) }, []],
  ['with slow starts at long lights was slowed down', { parts: betweenLights(30, 75) }, ['SLOWED']],
  ['at the pace of a runner is one', { parts: [{ seconds: 900, metresPerSecond: 3.1 }] }, []],
])('a trip %s', (_name, drawing, reasons) => {
  const told = drawTrack({ ...drawing, seed: 5 });
  expect(judgeTrack(told).reasons).toEqual(reasons);
});

test('a run keeps its pace, whether the phone says so or only its places do', () => {
  const run = drawTrack({
    parts: [{ seconds: 1_200, metresPerSecond: 3 }],
    unevenness: 0.06,
    wanderMetres: 1,
  });
  expect(judgeTrack(run).reasons).toContain('RUNNING');
  const silent = run.map(point => ({ ...point, speedMetresPerSecond: null }));
  expect(judgeTrack(silent).reasons).toContain('RUNNING');
});

test("a brisk walk between tall houses is one by the phone's own speeds", () => {
  const walk = drawTrack({ parts: [{ seconds: 900, metresPerSecond: 1.8 }], wanderMetres: 12 });
  const { reasons, measures } = judgeTrack(walk);
  expect(measures.medianMetresPerSecond).toBeGreaterThan(2);
  expect(reasons).toContain('WALKING');
});

test('ten thousand readings are judged as a few are', () => {
  const points = drawTrack({ parts: [{ seconds: 10_000, metresPerSecond: 4 }], everySeconds: 1 });
  expect(points).toHaveLength(10_000);
  expect(judgeTrack(points).reasons).toEqual([]);
});
