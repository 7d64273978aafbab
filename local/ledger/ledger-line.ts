import type { ExportedDocument } from '../../miniprogram/proof/replay';

/** One line of an export: a document and the collection it stands in. */
export interface LedgerLine {
  collection: string;
  document: ExportedDocument;
}

export type { ExportedDocument };

export const accountsCollection = 'ledger_accounts';
/** No collection: names accounts whose documents were written while they were exported, and say more than the entries. */
export const accountsAhead = 'ledger_accounts_ahead';
export const entriesCollection = 'ledger_entries';
export const tripsCollection = 'trips';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** @throws Error that says what is wrong with the line */
export function readLedgerLine(text: string): LedgerLine {
  const line: unknown = JSON.parse(text);
  if (!isObject(line) || typeof line.collection !== 'string' || !isObject(line.document)) {
    throw new Error('not {"collection": …, "document": {…}}');
  }
  if (typeof line.document._id !== 'string') throw new Error('the document has no _id');
  return { collection: line.collection, document: line.document as ExportedDocument };
}

/** How a line of an entry begins when it was written by our own export. */
const entryStart =
  /^\{"collection":"ledger_entries","document":\{"_id":"[^"\\]*","requestHash":"[^"\\]*","account":"([^"\\]+)",/;

/** Stands once in each link of a chain. */
const LINK = '"previousHash":';

/**
 * The account of an entry's line with one link, without reading the whole line; null when that cannot be told. It may be
 * wrong for a forged line that names its accounts twice: who uses it compares with the line as it is read later.
 */
export function guessAccount(text: string): string | null {
  const first = text.indexOf(LINK);
  if (first < 0 || text.indexOf(LINK, first + LINK.length) >= 0) return null;
  return entryStart.exec(text)?.[1] ?? null;
}
