import { readCsv } from '../../../cloudfunctions/platform/csv';

test('a record’s line is where it begins, whatever line breaks its cells hold', () => {
  const { records } = readCsv('a,b\n"1\n2",x\n\n3,"y ""z"""\n');
  expect(records).toEqual([
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: ['1\n2', 'x'] },
    { line: 5, cells: ['3', 'y "z"'] },
  ]);
});

test.each([
  ['a byte order mark', '\uFEFFa,b\nc,d'],
  ['line ends of Windows', 'a,b\r\nc,d\r\n'],
  ['line ends of old Macintosh', 'a,b\rc,d\r'],
  ['different line ends in one file', 'a,b\r\nc,d\n'],
  ['a last line without an end', 'a,b\nc,d'],
  ['lines of empty cells', 'a,b\nc,d\n,\n , \n'],
])('%s makes no difference', (_name, text) => {
  expect(readCsv(text)).toEqual({
    records: [
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['c', 'd'] },
    ],
    brokenQuotesLine: null,
  });
});

test.each([
  ['a quote that never closes', 'a\n"b\nc', 2],
  ['text behind a closing quote', 'a\nb\n"c"d,e\n', 3],
])('%s is told with its line', (_name, text, line) => {
  expect(readCsv(text).brokenQuotesLine).toBe(line);
});

test('an empty text has no records', () => {
  expect(readCsv('')).toEqual({ records: [], brokenQuotesLine: null });
});
