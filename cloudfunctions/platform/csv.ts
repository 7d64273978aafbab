import Papa from 'papaparse';

/** One record of a comma-separated file; `line` is where it begins in the file, counted from 1. */
export interface CsvRecord {
  line: number;
  cells: string[];
}

export interface CsvText {
  records: CsvRecord[];
  /** Line of the first record whose quotes do not close as they should; from there on nothing can be trusted. */
  brokenQuotesLine: number | null;
}

const LINE_END = /\r\n?/g;

/** Cells may hold line breaks, so a record's line is not its number. */
function linesOf(rows: readonly string[][]): CsvRecord[] {
  let line = 1;
  return rows.map(cells => {
    const record = { line, cells };
    line += 1 + cells.join('').split('\n').length - 1;
    return record;
  });
}

/**
 * Reads comma-separated text (RFC 4180) as spreadsheets save it: with or without a byte order mark, with the line ends of
 * any system. Records of empty cells only are left out, such as the one after the last line end. Never throws.
 */
export function readCsv(text: string): CsvText {
  const { data, errors } = Papa.parse<string[]>(text.replace(LINE_END, '\n'), {
    delimiter: ',',
    newline: '\n',
    header: false,
  });
  const records = linesOf(data);
  const broken = errors.find(({ type }) => type === 'Quotes');
  return {
    records: records.filter(({ cells }) => cells.some(cell => cell.trim() !== '')),
    brokenQuotesLine: broken ? (records[broken.row ?? 0]?.line ?? 1) : null,
  };
}

/**
 * What a spreadsheet takes for the beginning of a formula and would run: the signs that OWASP names for CSV injection,
 * with their full-width forms, also behind white space.
 */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/**
 * Comma-separated text (RFC 4180) with a line end behind each row, so that parts can be put behind each other. A text
 * that looks like a formula gets an apostrophe in front, which makes it a text to a spreadsheet.
 */
export const writeCsv = (rows: readonly (readonly (string | number)[])[]): string =>
  `${Papa.unparse(
    rows.map(row => [...row]),
    { newline: '\r\n', escapeFormulae: FORMULA },
  )}\r\n`;
