import { readFileSync } from 'node:fs';
import { readFactorFile } from '../../../../../cloudfunctions/domain/factors/import/read-factor-file';
import { shenzhenFactorSet } from '../../../../../cloudfunctions/domain/factors/seed';

const THIS_YEAR = 2026;
const example = readFileSync('docs/factors.csv', 'utf8');
const header =
  'mode,reductionMilligramsPerKm,baselineMilligramsPerKm,emissionMilligramsPerKm,year,source,standing,note';
const fileOf = (...lines: string[]): string => [header, ...lines].join('\n');
const metro = 'metro,46700,,,2021,《方法学》,secondary,';
const read = (text: string) => readFactorFile(text, THIS_YEAR);
const placesOf = (text: string) => read(text).problems.map(({ line, column }) => `${line} ${column}`);

test('the example in docs is the set that new installations start with', () => {
  expect(read(example)).toEqual({ rows: shenzhenFactorSet.rows, problems: [] });
});

test.each([
  ['saved with a byte order mark', `\uFEFF${example}`],
  ['saved on Windows', example.replaceAll('\n', '\r\n')],
  ['with every cell in quotes', example.replace(/[^,\n]+/g, '"$&"')],
  ['with spaces around cells', example.replaceAll(',', ' , ')],
  ['with empty lines', `\n${example.replace('\n', '\n\n,,,,,,,\n')}\n`],
])('%s it is the same', (_name, text) => {
  expect(read(text)).toEqual({ rows: shenzhenFactorSet.rows, problems: [] });
});

test('columns may stand in any order, and commas in quotes', () => {
  const text = [
    'note,standing,source,year,emissionMilligramsPerKm,baselineMilligramsPerKm,reductionMilligramsPerKm,mode',
    '"北京, 22 公里的例子",derived,"新京报, 2019-12-05",2019-2022,61000,272000,,metro',
  ].join('\n');
  expect(read(text).rows).toEqual([
    {
      mode: 'metro',
      form: 'baseline-emission',
      baselineMilligramsPerKm: 272_000,
      emissionMilligramsPerKm: 61_000,
      year: '2019-2022',
      source: '新京报, 2019-12-05',
      standing: 'derived',
      note: '北京, 22 公里的例子',
    },
  ]);
});

describe('what is wrong is told with line and column, and nothing is taken', () => {
  test.each<[string, string, string[]]>([
    ['an empty file', '', ['1 null']],
    ['a file of spaces', ' \n ,\n', ['1 null']],
    ['a header alone', header, ['1 null']],
    ['another separator', fileOf(metro).replaceAll(',', ';'), ['1 null']],
    ['Chinese commas', fileOf(metro).replaceAll(',', '，'), ['1 null']],
    [
      'a missing column',
      fileOf(metro).replaceAll(/^([^,]*,[^,]*),[^,]*/gm, '$1'),
      ['1 baselineMilligramsPerKm'],
    ],
    ['a column too many', `${header},city\n${metro},sz`, ['1 city']],
    ['a column twice', `${header},mode\n${metro},bus`, ['1 mode']],
    ['a header in other words', '方式,因子\nmetro,1', [...columnsOfHeader(), '1 方式', '1 因子']],
    ['data where the header belongs', metro, [...columnsOfHeader(), ...unknownOf(metro)]],
    ['a cell too few', fileOf('metro,46700,,,2021,x,secondary'), ['2 null']],
    ['a comma without quotes', fileOf('metro,46700,,,2021,a,b,secondary,'), ['2 null']],
    ['quotes that do not close', fileOf(metro, 'bus,26900,,,2021,"x,secondary,'), ['3 null']],
    ['a mode that nobody knows', fileOf(metro.replace('metro', 'rocket')), ['2 mode']],
    ['a name of every object', fileOf(metro.replace('metro', 'constructor')), ['2 mode']],
    ['a mode twice', fileOf(metro, metro.replace('46700', '50000')), ['3 mode']],
    ['the same line twice', fileOf(metro, metro), ['3 mode']],
    ['no number', fileOf(metro.replace('46700', '')), ['2 reductionMilligramsPerKm']],
    ['both forms', fileOf('metro,46700,272000,61000,2021,源头,derived,'), ['2 reductionMilligramsPerKm']],
    ['a baseline alone', fileOf('metro,,272000,,2021,源头,derived,'), ['2 emissionMilligramsPerKm']],
    ['an emission alone', fileOf('metro,,,61000,2021,源头,derived,'), ['2 baselineMilligramsPerKm']],
    [
      'an emission above its baseline',
      fileOf('metro,,61000,272000,2021,源头,derived,'),
      ['2 emissionMilligramsPerKm'],
    ],
    ['a year to come', fileOf(metro.replace('2021', '2027')), ['2 year']],
    ['a year of another age', fileOf(metro.replace('2021', '1999')), ['2 year']],
    ['years the wrong way round', fileOf(metro.replace('2021', '2022-2019')), ['2 year']],
    ['no source', fileOf(metro.replace('《方法学》', '')), ['2 source']],
    ['a source without end', fileOf(metro.replace('《方法学》', '源'.repeat(201))), ['2 source']],
    ['a standing that nobody knows', fileOf(metro.replace('secondary', 'sure')), ['2 standing']],
    ['text of another encoding', fileOf(`${metro}\uFFFD\uFFFD`), ['2 note']],
    ['half of a character', fileOf(`${metro}\uD83D`), ['2 note']],
    ['a mark that turns the direction of writing', fileOf(`${metro}一\u202E二`), ['2 note']],
    ['a line break in a cell', fileOf(`${metro}"一\n二"`, metro), ['2 note', '4 mode']],
    [
      'several things',
      fileOf(metro, 'metro,x,,,20,,sure,'),
      ['3 reductionMilligramsPerKm', '3 year', '3 source', '3 standing', '3 mode'],
    ],
  ])('%s', (_name, text, places) => {
    expect(placesOf(text)).toEqual(places);
    expect(read(text).rows).toEqual([]);
  });

  function columnsOfHeader(): string[] {
    return header.split(',').map(column => `1 ${column}`);
  }
  function unknownOf(line: string): string[] {
    return line.split(',').map(cell => `1 ${cell === '' ? null : cell}`);
  }
});

describe('a number is refused with the reason', () => {
  test.each([
    ['46.7', '毫克整数'],
    ['47', '毫克'],
    ['999', '应在 1000'],
    ['300001', '272 克'],
    ['46700000', '272 克'],
    ['"46,700"', '千位分隔符'],
    ['4.67E+04', '科学计数法'],
    ['-46700', '负数'],
    ['４６７００', '全角'],
    ['46７00', '全角'],
    ['0x10', '整数'],
    ['46 700', '整数'],
    ['=46700', '整数'],
    ['Infinity', '整数'],
    ['９'.repeat(400), '全角'],
    ['9'.repeat(400), '应在'],
  ])('%s: %s', (number, reason) => {
    const { problems } = read(fileOf(metro.replace('46700', number)));
    expect(problems).toEqual([
      { line: 2, column: 'reductionMilligramsPerKm', reason: expect.stringContaining(reason) },
    ]);
  });

  test.each([
    ['1000', 1_000],
    ['300000', 300_000],
    ['046700', 46_700],
  ])('%s is taken', (number, value) => {
    expect(read(fileOf(metro.replace('46700', number))).rows[0]).toMatchObject({
      reductionMilligramsPerKm: value,
    });
  });
});

test('of a file that is wrong everywhere a hundred places are told', () => {
  expect(read(fileOf(...Array.from({ length: 5_000 }, () => 'x,y,,,z,,,'))).problems).toHaveLength(100);
});

test.each([
  ['factors-shanghai', ['metro', 'shared-bike', 'nev']],
  ['factors-beijing', ['metro', 'carpool']],
])('the published set %s is read as it is', (name, modes) => {
  const { rows, problems } = read(readFileSync(`docs/${name}.csv`, 'utf8'));
  expect(problems).toEqual([]);
  expect(rows.map(({ mode }) => mode)).toEqual(modes);
});
