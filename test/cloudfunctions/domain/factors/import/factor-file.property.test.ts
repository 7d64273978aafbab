import type { FactorRow } from '../../../../../cloudfunctions/domain/factors';
import { readFactorFile } from '../../../../../cloudfunctions/domain/factors/import/read-factor-file';
import * as fc from '../../../../support/fast-check';

const ROUNDS = process.env.SOAK ? 20_000 : 200;
const THIS_YEAR = 2026;

const columns = [
  'mode',
  'reductionMilligramsPerKm',
  'baselineMilligramsPerKm',
  'emissionMilligramsPerKm',
  'year',
  'source',
  'standing',
  'note',
];

/** Words as people write them: commas, quotes and Chinese in them, no line breaks, no spaces around. */
const words = (least: number) =>
  fc
    .array(fc.constantFrom(...'深圳地铁方法学，。《》a1 ,";-=\'🚇'), {
      minLength: least,
      maxLength: 30,
    })
    .map(characters => characters.join('').trim())
    .filter(text => text.length >= least);

const number = fc.oneof(
  fc.integer({ min: 1_000, max: 300_000 }).map(reductionMilligramsPerKm => ({
    form: 'reduction' as const,
    reductionMilligramsPerKm,
  })),
  fc.tuple(fc.integer({ min: 10_000, max: 300_000 }), fc.nat()).map(([baseline, part]) => ({
    form: 'baseline-emission' as const,
    baselineMilligramsPerKm: baseline,
    emissionMilligramsPerKm: part % baseline,
  })),
);

const row = (mode: FactorRow['mode']): fc.Arbitrary<FactorRow> =>
  fc
    .record({
      number,
      year: fc.constantFrom('2000', '2021', '2019-2022', '2019–2026'),
      source: words(2),
      standing: fc.constantFrom('official' as const, 'secondary' as const, 'derived' as const),
      note: words(0),
    })
    .map(({ number: factor, ...facts }) => ({ mode, ...factor, ...facts }));

const rows: fc.Arbitrary<FactorRow[]> = fc
  .shuffledSubarray(['metro', 'bus', 'shared-bike', 'shared-e-bike'] as const, { minLength: 1 })
  .chain(modes => fc.tuple(...modes.map(row)));

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
const needsQuotes = (cell: string): boolean => /[",]/.test(cell);
const cellsOf = (one: FactorRow, order: readonly string[]): string[] =>
  order.map(column => String((one as unknown as Record<string, unknown>)[column] ?? ''));

interface Style {
  order: string[];
  lineEnd: string;
  start: string;
  quoteAll: boolean;
}
const style: fc.Arbitrary<Style> = fc.record({
  order: fc.shuffledSubarray(columns, { minLength: columns.length }),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  start: fc.constantFrom('', '\uFEFF'),
  quoteAll: fc.boolean(),
});

const linesOf = (set: readonly FactorRow[], { order, quoteAll }: Style): string[] =>
  [order, ...set.map(one => cellsOf(one, order))].map(cells =>
    cells.map(cell => (quoteAll || needsQuotes(cell) ? quoted(cell) : cell)).join(','),
  );
const textOf = (lines: readonly string[], { start, lineEnd }: Style): string => start + lines.join(lineEnd);

test('whatever set is written as a file in whatever style, the same set is read', () => {
  fc.assert(
    fc.property(rows, style, (set, how) => {
      expect(readFactorFile(textOf(linesOf(set, how), how), THIS_YEAR)).toEqual({ rows: set, problems: [] });
    }),
    { numRuns: ROUNDS },
  );
});

/** Changes that no file survives; each says which line it has spoilt, of those below the header. */
const spoilings: Record<string, (lines: string[], at: number) => string[]> = {
  'a line twice': (lines, at) => lines.toSpliced(at + 1, 0, lines[at]!),
  'a cell more': (lines, at) => lines.with(at, `${lines[at]},x`),
  'a cell less': (lines, at) => lines.with(at, lines[at]!.replace(/(?:"(?:[^"]|"")*"|[^",]*),/, '')),
  'an open quote': (lines, at) => lines.with(at, `"${lines[at]!.replaceAll('"', '')}`),
  'a mode that is none': (lines, at) =>
    lines.with(at, lines[at]!.replace(/metro|bus|shared-(?:e-)?bike/, 'tram')),
  'a standing that is none': (lines, at) =>
    lines.with(at, lines[at]!.replace(/official|secondary|derived/, 'true')),
  'a number with a full-width digit': (lines, at) =>
    lines.with(at, lines[at]!.replace(/(?<=^|[,"])\d{4,6}(?=$|[,"])/g, '$&７')),
};

test.each(Object.entries(spoilings))('%s is found at its line, and nothing is taken', (_name, spoil) => {
  // The first columns stand in the usual order here, so that words cannot be mistaken for a mode or a number.
  const plainRows = rows.map(set => set.map(one => ({ ...one, source: '《方法学》', note: '' })));
  fc.assert(
    fc.property(plainRows, fc.nat(), fc.constantFrom('\n', '\r\n'), (set, seed, lineEnd) => {
      const how: Style = { order: columns, lineEnd, start: '', quoteAll: false };
      const lines = linesOf(set, how);
      const at = 1 + (seed % set.length);
      const read = readFactorFile(textOf(spoil(lines, at), how), THIS_YEAR);
      expect(read.rows).toEqual([]);
      const twice = spoil(lines, at).length - lines.length;
      expect(read.problems.map(({ line }) => line)).toContain(at + 1 + twice);
    }),
    { numRuns: ROUNDS / 4 },
  );
});

const isWhole = (value: number | undefined): boolean =>
  Number.isSafeInteger(value) && value! >= 0 && value! <= 500_000;

/** Judged by the published bounds alone, not by the reader's own code. */
function isSound(one: FactorRow): boolean {
  const numbers =
    one.form === 'reduction'
      ? isWhole(one.reductionMilligramsPerKm) &&
        one.reductionMilligramsPerKm >= 1_000 &&
        one.reductionMilligramsPerKm <= 300_000
      : isWhole(one.baselineMilligramsPerKm) && one.emissionMilligramsPerKm < one.baselineMilligramsPerKm;
  return (
    numbers && ['metro', 'bus', 'shared-bike', 'shared-e-bike'].includes(one.mode) && one.source.length >= 2
  );
}

test('a file with anything changed anywhere is refused with a place, or read as a sound set of as many rows as lines', () => {
  const pieces = fc.constantFrom(
    '',
    ',',
    '"',
    '\n',
    '\r',
    '0',
    '９',
    '-',
    'x',
    '，',
    '\uFEFF',
    '\uFFFD',
    '\u0000',
    ' ',
    '.5',
    'e9',
  );
  const edits = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 3 }), pieces), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(rows, style, edits, (set, how, changes) => {
      const text = changes.reduce(
        (before, [seed, removed, piece]) => {
          const at = seed % (before.length + 1);
          return before.slice(0, at) + piece + before.slice(at + removed);
        },
        textOf(linesOf(set, how), how),
      );
      const read = readFactorFile(text, THIS_YEAR);
      if (read.problems.length > 0) {
        expect(read.rows).toEqual([]);
        expect(read.problems.every(({ line }) => line >= 1)).toBe(true);
        return;
      }
      expect(read.rows.filter(one => !isSound(one))).toEqual([]);
      expect(new Set(read.rows.map(one => one.mode)).size).toBe(read.rows.length);
      const filled = text.split(/\r\n?|\n/).filter(line => /[^,\s"\uFEFF]/.test(line));
      expect(read.rows).toHaveLength(filled.length - 1);
    }),
    { numRuns: ROUNDS * 2 },
  );
});
