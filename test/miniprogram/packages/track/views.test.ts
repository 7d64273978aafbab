import { TRACK_NOTICE_VERSION } from '../../../../cloudfunctions/contract/tracks';
import { NOTICE_VERSION } from '../../../../miniprogram/packages/track/views/notice';
import {
  durationText,
  kilometresText,
  LiveMeasure,
  viewResult,
} from '../../../../miniprogram/packages/track/views/track';
import { placeWay, scaleOf } from '../../../../miniprogram/packages/track/views/way-line';

test('the notice that is shown is the one that is agreed to', () => {
  expect(NOTICE_VERSION).toBe(TRACK_NOTICE_VERSION);
});

test.each([
  [0, '0:00'],
  [59_999, '0:59'],
  [725_000, '12:05'],
  [3_725_000, '1:02:05'],
])('%i ms are %s', (ms, text) => expect(durationText(ms)).toBe(text));

test('a phone that lies still comes nowhere, one that moves some way', () => {
  const still = new LiveMeasure();
  const moving = new LiveMeasure();
  for (let at = 0; at < 100; at += 1) {
    still.add({ latitude: 22.5 + (at % 2) * 0.00003, longitude: 114, atMs: at });
    moving.add({ latitude: 22.5 + at * 0.0001, longitude: 114, atMs: at });
  }
  expect(still.metres).toBe(0);
  expect(moving.metres).toBeCloseTo(1_100, -1);
  expect(kilometresText(moving.metres)).toBe('1.10');
});

describe('the line', () => {
  const picture = { width: 300, height: 200, margin: 20 };
  const way = [
    { latitude: 22.5, longitude: 114 },
    { latitude: 22.52, longitude: 114.01 },
    { latitude: 22.51, longitude: 114.03 },
  ];

  test('lies within the picture, north above and east on the right', () => {
    const { spots } = placeWay(way, picture);
    for (const { x, y } of spots) {
      expect(x).toBeGreaterThanOrEqual(20);
      expect(x).toBeLessThanOrEqual(280);
      expect(y).toBeGreaterThanOrEqual(20);
      expect(y).toBeLessThanOrEqual(180);
    }
    expect(spots[1]!.y).toBeLessThan(spots[0]!.y);
    expect(spots[2]!.x).toBeGreaterThan(spots[0]!.x);
  });

  test('of one place is in the middle, and its scale is short', () => {
    const { spots, pixelsAMetre } = placeWay(way.slice(0, 1), picture);
    expect(spots).toEqual([{ x: 150, y: 100 }]);
    expect(scaleOf(pixelsAMetre).text).toMatch(/米$/);
  });

  test.each([
    [1, '100 米', 100],
    [0.1, '1 公里', 100],
    [0.01, '10 公里', 100],
  ])('at %f pixels a metre has a scale of %s', (pixels, text, width) =>
    expect(scaleOf(pixels)).toMatchObject({ text, width }),
  );
});

describe('a result', () => {
  const NOW_MS = Date.parse('2026-11-10T09:00:00+08:00');
  const track = {
    trackId: 't'.repeat(26),
    begunAtMs: NOW_MS - 1_000_000,
    finishedAtMs: NOW_MS,
    fromMs: NOW_MS - 900_000,
    toMs: NOW_MS - 100_000,
    distanceMetres: 2_640,
    movingSeconds: 700,
    points: 240,
    medianSpeedCentimetres: 420,
    reasons: [],
    paidCredits: 44,
    payment: null,
    line: [
      [1, 2],
      [3, 4],
    ] as [number, number][],
    pointsKeptUntilMs: NOW_MS + 86_400_000,
  };

  test('says what a bicycle trip paid', () => {
    expect(viewResult(track, NOW_MS)).toMatchObject({
      isBike: true,
      distance: '2.6',
      unit: '公里',
      lead: '奖励积分 +44，已到账。',
      hasLine: true,
    });
  });

  test('says every reason where it is none', () => {
    const reasons = [
      { code: 'MOTOR', text: '有一段比自行车快' },
      { code: 'GAPS', text: '中间缺的路太多' },
    ];
    const view = viewResult({ ...track, reasons, paidCredits: 0 }, NOW_MS);
    expect(view).toMatchObject({ isBike: false, reasons: reasons.map(({ text }) => text) });
    expect(view.lead).toContain('没有积分');
  });

  test('says when the positions are gone', () => {
    expect(viewResult({ ...track, line: [], pointsKeptUntilMs: null }, NOW_MS)).toMatchObject({
      hasLine: false,
      kept: expect.stringContaining('已经删除'),
    });
  });
});
