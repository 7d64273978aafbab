import type { FactorRow, Mode, Standing } from '../factor-set';
import { isMode, modes } from '../modes';
import { type CellProblem, type Cells, type Column, columns } from './columns';
import { readFactor } from './read-factor';

const standings: readonly Standing[] = ['official', 'secondary', 'derived'];
const isStanding = (text: string): text is Standing => (standings as readonly string[]).includes(text);

/** What text that was saved in another encoding turns into; spreadsheets in China save GBK unless told otherwise. */
const REPLACEMENT = '\uFFFD';
/**
 * Half of a character, or a control character: neither can be shown, and the first has no bytes to be hashed. Marks that
 * turn the direction of writing make a line read otherwise than it is.
 */
const UNPRINTABLE = /\p{Surrogate}|\p{Cc}|\p{Bidi_Control}/u;

const YEARS = /^(\d{4})(?:[-–](\d{4}))?$/;
const EARLIEST_YEAR = 2000;

const longest: Readonly<Partial<Record<Column, number>>> = { year: 9, source: 200, note: 300 };

function problemOfText(column: Column, text: string): string | null {
  if (text.includes(REPLACEMENT)) return '有无法识别的文字，请把文件另存为“CSV UTF-8”';
  if (UNPRINTABLE.test(text)) return '含有换行或无法显示的字符';
  const most = longest[column];
  return most !== undefined && text.length > most ? `不超过 ${most} 个字` : null;
}

function problemOfYear(text: string, thisYear: number): string | null {
  const [, first, last = first] = YEARS.exec(text) ?? [];
  if (first === undefined) return '应为四位半角数字的年份，如 2021 或 2019-2022';
  const [from, to] = [Number(first), Number(last)];
  if (from < EARLIEST_YEAR || to > thisYear || from > to)
    return `年份应在 ${EARLIEST_YEAR} 和 ${thisYear} 之间`;
  return null;
}

/** What is wrong with the cells that describe the number, column by column. */
function problemsOfWords(cells: Cells, thisYear: number): CellProblem[] {
  const reasons: readonly (readonly [Column, string | null])[] = [
    ['mode', isMode(cells.mode) ? null : `不认识的出行方式，可用：${modes.join('、')}`],
    ['year', problemOfYear(cells.year, thisYear)],
    ['source', cells.source.length < 2 ? '请写明数字出自哪里' : null],
    ['standing', isStanding(cells.standing) ? null : `应为 ${standings.join('、')} 之一`],
  ];
  return reasons.flatMap(([column, reason]) => (reason === null ? [] : [{ column, reason }]));
}

function problemsOfTexts(cells: Cells): CellProblem[] {
  return columns.flatMap(column => {
    const reason = problemOfText(column, cells[column]);
    return reason === null ? [] : [{ column, reason }];
  });
}

/** One line as a row of a set, or everything that is wrong with it; of each column the first thing is told. */
export function readRow(cells: Cells, thisYear: number): FactorRow | CellProblem[] {
  const factor = readFactor(cells);
  const problems = [
    ...problemsOfTexts(cells),
    ...problemsOfWords(cells, thisYear),
    ...(Array.isArray(factor) ? factor : []),
  ];
  if (problems.length > 0 || Array.isArray(factor)) return firstOfEachColumn(problems);
  const { year, source, note } = cells;
  return { mode: cells.mode as Mode, ...factor, year, source, standing: cells.standing as Standing, note };
}

const firstOfEachColumn = (problems: readonly CellProblem[]): CellProblem[] =>
  columns.flatMap(column => problems.find(problem => problem.column === column) ?? []);
