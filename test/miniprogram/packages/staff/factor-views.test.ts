import { readFileSync } from 'node:fs';
import {
  CSV_HEADER,
  csvSummary,
  emptyForm,
  formProblems,
  importOf,
} from '../../../../miniprogram/packages/staff/views/factor-import';
import { viewFactorRow, viewProblems, viewSets } from '../../../../miniprogram/packages/staff/views/factors';

const NOW_MS = Date.parse('2026-11-20T10:00:00+08:00');

const row = {
  mode: 'metro',
  reductionMilligramsPerKm: 46_700 as number | null,
  baselineMilligramsPerKm: null as number | null,
  emissionMilligramsPerKm: null as number | null,
  year: '2021',
  source: '方法学',
  standing: 'secondary',
  note: '',
};
const set = (setId: string, validFromDay: string, city = 'shenzhen') => ({
  setId,
  city,
  name: setId,
  validFromDay,
  validToDay: null,
  uncertaintyNote: '',
  rows: [row],
});

test('sets say which one counts today, by city, the latest first', () => {
  const sets = [
    set('old', '2021-01-01'),
    set('next', '2027-01-01'),
    set('now', '2026-01-01'),
    set('other', '2026-11-20', 'wuhan'),
    { ...set('ended', '2026-06-01', 'beijing'), validToDay: '2026-11-19' },
  ];
  expect(viewSets(sets as never, NOW_MS).map(({ setId, state, tone }) => [setId, state, tone])).toEqual([
    ['ended', '已被取代', 'quiet'],
    ['next', '未生效', 'amber'],
    ['now', '现行', 'green'],
    ['old', '已被取代', 'quiet'],
    ['other', '现行', 'green'],
  ]);
});

test.each([
  [{}, '46.7 克/公里', ''],
  [
    { reductionMilligramsPerKm: null, baselineMilligramsPerKm: 79_000, emissionMilligramsPerKm: 32_300 },
    '46.7 克/公里',
    '基准 79 克/公里，排放 32.3 克/公里',
  ],
])('a factor with %j saves %s', (numbers, value, parts) =>
  expect(viewFactorRow({ ...row, ...numbers })).toMatchObject({
    name: '地铁',
    value,
    parts,
    origin: '2021 年 · 二手来源',
  }),
);

test('a shared car does not save nothing: what it saves depends on how many are in it', () => {
  const car = {
    reductionMilligramsPerKm: null,
    baselineMilligramsPerKm: 272_000,
    emissionMilligramsPerKm: 272_000,
  };
  expect(viewFactorRow({ ...row, ...car, mode: 'carpool' }).value).toBe(
    '272 克/公里 减去整车 272 克/公里 ÷ 人数',
  );
});

test('a problem of the file is at its line and column', () => {
  const problems = [
    { line: 3, column: 'year', reason: '年份不对' },
    { line: 1, column: null, reason: '表头不对' },
  ];
  expect(viewProblems({ problems, differences: [], rows: [] }).map(({ place }) => place)).toEqual([
    '第 3 行 · year',
    '第 1 行',
  ]);
});

describe('the form of an import', () => {
  const good = { ...emptyForm, setId: 'sz-2027', name: ' 深圳 2027 ', validFromDay: '2027-01-01', csv: 'x' };

  test.each([
    [{}, []],
    [{ setId: 'SZ' }, ['setId']],
    [{ city: '深圳' }, ['city']],
    [{ name: ' ' }, ['name']],
    [{ validFromDay: '' }, ['validFromDay']],
    [{ csv: ' \n' }, ['csv']],
    [{ csv: 'x'.repeat(200_001) }, ['csv']],
    [{ setId: '', csv: '' }, ['setId', 'csv']],
  ])('with %.60j is wrong at %j', (changed, fields) =>
    expect(Object.keys(formProblems({ ...good, ...changed }))).toEqual(fields),
  );

  test('is sent without spaces around', () => expect(importOf(good).name).toBe('深圳 2027'));

  test.each([
    ['', ''],
    ['a\nb\n', '2 行，4 字'],
    ['a\r\nb', '2 行，4 字'],
  ])('says how long %j is', (csv, summary) => expect(csvSummary(csv)).toBe(summary));

  test('offers the header of the published file', () =>
    expect(readFileSync('docs/factors.csv', 'utf8').split(/\r?\n/)[0]).toBe(CSV_HEADER));
});
