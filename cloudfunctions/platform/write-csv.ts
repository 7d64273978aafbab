import Papa from 'papaparse';

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
