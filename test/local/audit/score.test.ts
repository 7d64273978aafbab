import { measureSteadily } from '../../../local/audit/measure-steadily';
import type { Measurement } from '../../../local/audit/measurement';
import { coldStartText, reportText } from '../../../local/audit/report';
import { rules } from '../../../local/audit/rules';
import { meetsGoals, overallScore, type PageScore, scorePage } from '../../../local/audit/score';

const good: Measurement = {
  page: 'pages/a/a',
  person: 'newcomer',
  firstScreenMs: 5000,
  setData: Array.from({ length: 40 }, (_, at) => ({ atMs: at * 50, bytes: 102_400 })),
  nodes: 999,
  depth: 29,
  mostChildren: 60,
  requests: Array.from({ length: 20 }, (_, at) => ({ startedAtMs: at * 100, ms: 1000 })),
  images: [{ source: 'a.png', pixels: 900, shownPixels: 900 }],
  smallTargets: [],
  faintTexts: [],
  overflowPx: 0,
  scriptErrors: [],
  networkErrors: [],
};

test('a page on the edge of every rule has all points, and the weights make a hundred', () => {
  expect(scorePage(good)).toMatchObject({ score: 100, findings: [] });
  expect(rules.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
});

test.each<[string, Partial<Measurement>, string]>([
  ['first screen ≤ 5 s', { firstScreenMs: 5001 }, '5001ms'],
  [
    'setData ≤ 20/s',
    { setData: Array.from({ length: 21 }, (_, at) => ({ atMs: 900 + at, bytes: 1 })) },
    '21/s',
  ],
  ['setData ≤ 100 KB', { setData: [{ atMs: 0, bytes: 102_401 }] }, '102401 bytes'],
  ['nodes < 1000', { nodes: 1000 }, '1000 nodes'],
  ['depth < 30', { depth: 30 }, '30 deep'],
  ['children ≤ 60', { mostChildren: 61 }, '61 children'],
  ['requests ≤ 1 s', { requests: [{ startedAtMs: 0, ms: 1001 }] }, '1001ms'],
  ['requests ≤ 10/s', { requests: Array.from({ length: 11 }, () => ({ startedAtMs: 7, ms: 1 })) }, '11/s'],
  ['images fit', { images: [{ source: 'b.png', pixels: 901, shownPixels: 900 }] }, 'b.png'],
  ['tap areas ≥ 44 px', { smallTargets: ['去 30×44'] }, '去 30×44'],
  ['contrast ≥ 4.5', { faintTexts: ['余额 3.90'] }, '余额 3.90'],
  ['fits the width', { overflowPx: 1 }, '1 px too wide'],
  ['no script error', { scriptErrors: ['boom'] }, 'boom'],
  ['no network error', { networkErrors: ['/a 404'] }, '/a 404'],
])('%s costs its weight and says why', (rule, part, what) => {
  const score = scorePage({ ...good, ...part });
  expect(score.findings).toEqual([{ rule, what: [what] }]);
  expect(score.score).toBe(100 - (rules.find(({ name }) => name === rule)?.weight ?? 0));
});

describe('the goals', () => {
  const scores = (...values: number[]): PageScore[] =>
    values.map(score => ({ page: 'a', person: 'b', score, findings: [] }));

  test.each([
    [[100, 90], true],
    [[100, 100, 100, 89], false],
    [[94, 94], false],
    [[], false],
  ])('%j: %s', (values, met) => {
    expect(meetsGoals(scores(...values))).toBe(met);
  });

  test('the whole is the mean', () => {
    expect(overallScore(scores(100, 94, 94))).toBe(96);
  });
});

test('the report names page, person and finding', () => {
  const measurement = { ...good, smallTargets: ['去 30×44'] };
  const text = reportText([{ measurement, score: scorePage(measurement) }]);
  expect(text).toMatch(/pages\/a\/a +newcomer +92 +5000 +40 +100\.0 +999 +29 +20 +1000\n/);
  expect(text).toContain('pages/a/a (newcomer) tap areas ≥ 44 px: 去 30×44\noverall 92 of 100');
});

test('the report tells the first visit of all beside the scores', () => {
  expect(coldStartText({ ...good, firstScreenMs: 2400.4 })).toBe(
    'with all functions still to start: pages/a/a 2400 ms, slowest request 1000 ms',
  );
});

describe('a page is looked at', () => {
  const slow = (ms: number) => ({ ...good, requests: [{ startedAtMs: 0, ms }] });

  test.each<[string, Measurement[], number, number]>([
    ['once when nothing is found', [good, slow(2000)], 1, 100],
    ['three times otherwise, and one bad look of three is forgiven', [slow(2000), good, good], 3, 100],
    [
      'three times otherwise, and one good look of three is not enough',
      [slow(2000), good, slow(3000)],
      3,
      92,
    ],
  ])('%s', async (_, looks, count, score) => {
    let looked = 0;
    const measured = await measureSteadily(async () => {
      looked += 1;
      return looks[looked - 1] ?? good;
    });
    expect([looked, measured.score.score]).toEqual([count, score]);
  });
});
