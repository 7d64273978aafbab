import { parseArgs } from 'node:util';
import { readAudit } from '../audit-log/read-audit';
import type { DocumentSource } from '../ledger/document-source';
import { connectEndpoint } from '../ledger/endpoint-source';
import { openFolder } from '../ledger/folder-source';
import { writeLines } from '../ledger/write-lines';

const usage = 'usage: npm run audit-log:export -- --data DIR | --url URL [--file FILE]';

async function* linesOf(source: DocumentSource): AsyncGenerator<string> {
  for await (const line of readAudit(source)) yield JSON.stringify(line);
}

/** Null for arguments that make no sense. */
function readArguments(): { data?: string; url?: string; file?: string } | null {
  try {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({ options: { data: text, url: text, file: text } });
    return (values.data === undefined) === (values.url === undefined) ? null : values;
  } catch {
    return null;
  }
}

/** `npm run audit-log:export`: JSON Lines, to the standard output or a file. Exit code 2 for wrong arguments. */
async function main(): Promise<number> {
  const given = readArguments();
  if (given === null) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  const { data, url, file } = given;
  const source = data === undefined ? connectEndpoint(url!) : openFolder(data);
  try {
    const count = await writeLines(file, linesOf(source));
    if (file !== undefined) process.stderr.write(`wrote ${count} documents to ${file}\n`);
    return 0;
  } finally {
    await source.close();
  }
}

main().then(
  code => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`audit-log:export failed: ${(error as Error).message}\n`);
    process.exitCode = 1;
  },
);
