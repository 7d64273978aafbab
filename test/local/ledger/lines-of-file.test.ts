import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { linesOfFile } from '../../../local/ledger/lines-of-file';

const folder = mkdtempSync(path.join(tmpdir(), 'lines-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function readBack(text: string): Promise<string[]> {
  const file = path.join(folder, 'lines');
  writeFileSync(file, text);
  const lines: string[] = [];
  for await (const line of linesOfFile(file)) lines.push(line);
  return lines;
}

/** Longer than what is read at once, and of three bytes a character, so that some are cut in two. */
const long = '长'.repeat(900_001);

test.each<[string, string, string[]]>([
  ['no lines', '', []],
  ['a last line without its end', 'a\nb', ['a', 'b']],
  ['empty lines', '\na\n\n', ['', 'a', '']],
  ['ends as Windows writes them', 'a\r\nb\r\n', ['a', 'b']],
  ['lines over several readings', `x\n${long}\n碳${long}\ny`, ['x', long, `碳${long}`, 'y']],
])('reads %s', async (_, text, lines) => {
  expect(await readBack(text)).toEqual(lines);
});
