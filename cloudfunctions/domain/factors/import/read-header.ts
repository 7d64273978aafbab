import type { CsvRecord } from '../../../platform/csv';
import { type Column, columns, type FactorFileProblem } from './columns';

/** Semicolons, tabs and Chinese commas part cells where a spreadsheet was told so, or where somebody typed them. */
const OTHER_SEPARATORS = /[;\t，；]/;

const LONGEST_SHOWN = 60;

const isColumn = (name: string): name is Column => (columns as readonly string[]).includes(name);

/** Which column stands at which place of a line, or what is wrong with the header. */
export function readHeader({ line, cells }: CsvRecord): readonly Column[] | FactorFileProblem[] {
  const problem = (column: string | null, reason: string): FactorFileProblem => ({ line, column, reason });
  const names = cells.map(cell => cell.trim());
  if (names.length === 1 && OTHER_SEPARATORS.test(names[0]!)) {
    return [problem(null, '各列之间应使用英文逗号，请把文件另存为“CSV UTF-8（逗号分隔）”')];
  }
  const missing = columns.filter(column => !names.includes(column));
  const unknown = names.filter(name => !isColumn(name));
  const repeated = columns.filter(column => names.filter(name => name === column).length > 1);
  const problems = [
    ...missing.map(column => problem(column, `表头缺少 ${column} 列`)),
    ...unknown.map(name => problem(name === '' ? null : name.slice(0, LONGEST_SHOWN), '表头里有不认识的列')),
    ...repeated.map(column => problem(column, `表头里 ${column} 列出现了不止一次`)),
  ];
  return problems.length > 0 ? problems : names.filter(isColumn);
}
