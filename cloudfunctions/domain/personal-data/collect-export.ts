import type { Platform } from '../../platform';
import { beijingDay } from '../../platform/beijing-time';
import { writeCsv } from '../../platform/csv';
import type { PersonalPart, PersonalSheet } from '../personal-parts';
import { type ExportText, SplitFile } from './split-file';
import type { PersonalExport } from './store';

interface JsonLine {
  kind: string;
  text: string;
}

/** A form that programs can rely on; another one gets another number. */
const FORM = 1;

/** By it a spreadsheet knows UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

function jsonText(head: object, lines: readonly JsonLine[]): string {
  const kinds = [...new Set(lines.map(({ kind }) => kind))];
  const sections = kinds.map(kind => {
    const rows = lines.filter(line => line.kind === kind).map(({ text }) => text);
    return `${JSON.stringify(kind)}:[\n${rows.join(',\n')}\n]`;
  });
  return `{"about":${JSON.stringify(head)},\n"data":{${sections.join(',\n')}}}\n`;
}

const csvText = (sheet: PersonalSheet, lines: readonly { text: string }[]): string =>
  `${BYTE_ORDER_MARK}${writeCsv([[...sheet.head]])}${lines.map(({ text }) => text).join('')}`;

/** Text has no form in UTF-8 where half a character stands alone, as in what a partner sent. */
const wellFormed = (text: string): string => text.replace(/[\uD800-\uDFFF]/gu, '\uFFFD');

async function addRows(
  platform: Platform,
  part: PersonalPart,
  uid: string,
  deadlineMs: number,
  add: (row: object) => void,
): Promise<boolean> {
  let cursor: string | null = null;
  do {
    if (platform.nowMs() >= deadlineMs) return false;
    const page = await part.page!(platform, uid, cursor);
    for (const row of page.rows) add(row);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return true;
}

/**
 * Everything about a rider as the texts of files: one JSON with all kinds, and a table for each kind that has one. Null when
 * time was up. A browser saves them under their names, so these tell what is in them and of which day. One database call for each page of each kind.
 */
export async function collectExport(
  platform: Platform,
  parts: readonly PersonalPart[],
  { uid, requestedAtMs }: Pick<PersonalExport, 'uid' | 'requestedAtMs'>,
  deadlineMs: number,
): Promise<ExportText[] | null> {
  const about = { product: '碳点点', form: FORM, accountNumber: uid, madeAtMs: platform.nowMs() };
  // By the day on which it was asked for, so that whoever tries again writes the same files.
  const nameOf = (what: string): string => `tandiandian-${what}-${beijingDay(requestedAtMs)}`;
  const data = new SplitFile<JsonLine>(nameOf('data'), 'json', (lines, part) =>
    jsonText({ ...about, part }, lines),
  );
  const tables: SplitFile<{ text: string }>[] = [];
  for (const part of parts) {
    if (!part.page) continue;
    const { kind, sheet } = part;
    const table = sheet && new SplitFile(nameOf(sheet.name), 'csv', lines => csvText(sheet, lines));
    if (table) tables.push(table);
    const add = (row: object): void => {
      data.add({ kind, text: wellFormed(JSON.stringify(row)) });
      if (sheet) table?.add({ text: wellFormed(writeCsv([sheet.row(row)])) });
    };
    if (!(await addRows(platform, part, uid, deadlineMs, add))) return null;
  }
  return [data, ...tables].flatMap(file => file.texts());
}
