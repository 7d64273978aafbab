import { type CsvRecord, readCsv } from '../../../platform/csv';
import type { FactorRow } from '../factor-set';
import type { Cells, Column, FactorFileProblem } from './columns';
import { readHeader } from './read-header';
import { readRow } from './read-row';

/** With more there is something wrong with the file as a whole, and nobody reads on. */
const MOST_PROBLEMS = 100;

export interface FactorFile {
  /** Empty where anything is wrong: a file is taken as a whole or not at all. */
  rows: FactorRow[];
  problems: FactorFileProblem[];
}

const wrong = (problems: FactorFileProblem[]): FactorFile => ({
  rows: [],
  problems: problems.slice(0, MOST_PROBLEMS),
});

/** Spaces around a cell mean nothing; a line break anywhere in it is a slip of quotes and has to be seen. */
const trimmed = (cell: string): string => (cell.includes('\n') ? cell : cell.trim());

function cellsOf(header: readonly Column[], cells: readonly string[]): Cells {
  const entries = header.map((column, index): [Column, string] => [column, trimmed(cells[index]!)]);
  return Object.fromEntries(entries) as Record<Column, string>;
}

/** The line's row, or what is wrong with the line; `seen` keeps the line of each mode's first row. */
function readRecord(
  header: readonly Column[],
  { line, cells }: CsvRecord,
  seen: Map<string, number>,
  thisYear: number,
): FactorRow | FactorFileProblem[] {
  if (cells.length !== header.length) {
    const reason = `这一行有 ${cells.length} 格，应为 ${header.length} 格；含逗号的文字要用英文双引号括起来`;
    return [{ line, column: null, reason }];
  }
  const named = cellsOf(header, cells);
  const row = readRow(named, thisYear);
  const problems = Array.isArray(row) ? row.map(problem => ({ line, ...problem })) : [];
  const before = seen.get(named.mode);
  if (before === undefined) seen.set(named.mode, line);
  else problems.push({ line, column: 'mode', reason: `第 ${before} 行已有 ${named.mode}` });
  return problems.length > 0 || Array.isArray(row) ? problems : row;
}

function readRecords(header: readonly Column[], records: readonly CsvRecord[], thisYear: number): FactorFile {
  const seen = new Map<string, number>();
  const read = records.map(record => readRecord(header, record, seen, thisYear));
  const problems = read.flatMap(one => (Array.isArray(one) ? one : []));
  if (problems.length > 0) return wrong(problems);
  return { rows: read.flatMap(one => (Array.isArray(one) ? [] : [one])), problems };
}

/**
 * Reads a factor file of comma-separated text. Every problem is told with its line and column; with any problem there
 * are no rows. `thisYear` bounds the years that numbers may describe. Never throws.
 */
export function readFactorFile(text: string, thisYear: number): FactorFile {
  const { records, brokenQuotesLine } = readCsv(text);
  if (brokenQuotesLine !== null) {
    return wrong([{ line: brokenQuotesLine, column: null, reason: '双引号没有成对，请检查这一行' }]);
  }
  const [first, ...rest] = records;
  if (!first) return wrong([{ line: 1, column: null, reason: '文件是空的' }]);
  const header = readHeader(first);
  const isHeader = (found: typeof header): found is readonly Column[] => typeof found[0] === 'string';
  if (!isHeader(header)) return wrong(header);
  if (rest.length === 0) return wrong([{ line: first.line, column: null, reason: '表头下面没有任何内容' }]);
  return readRecords(header, rest, thisYear);
}
