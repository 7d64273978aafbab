/** The columns of a factor file by their names in its header, as in `docs/factors.csv`; any order will do. */
export const columns = [
  'mode',
  'reductionMilligramsPerKm',
  'baselineMilligramsPerKm',
  'emissionMilligramsPerKm',
  'year',
  'source',
  'standing',
  'note',
] as const;

export type Column = (typeof columns)[number];

/** The cells of one record by column, spaces around them removed. */
export type Cells = Readonly<Record<Column, string>>;

/** A place in the file that is wrong: the header is line 1; `column` is its name there, null for the line as a whole. */
export interface FactorFileProblem {
  line: number;
  column: string | null;
  /** In Chinese, for people: what is wrong, and where it helps, what to do. */
  reason: string;
}

/** What is wrong with one cell, before it is known where the cell stands. */
export interface CellProblem {
  column: Column;
  reason: string;
}
