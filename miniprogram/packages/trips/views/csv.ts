/**
 * What a spreadsheet takes for the beginning of a formula and would run: the signs that OWASP names for CSV injection,
 * with their full-width forms, also behind white space.
 */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

/** Without it a spreadsheet takes the text for one in the system's own encoding. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** A number is a number with its sign; a text that looks like a formula gets an apostrophe in front. */
function cellOf(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** Comma-separated text (RFC 4180) with a line end behind each row, so that parts can be put behind each other. */
export const csvRows = (rows: readonly (readonly (string | number)[])[]): string =>
  rows.map(row => `${row.map(cellOf).join(',')}\r\n`).join('');
