import { parseArgs } from 'node:util';
import type { DocumentSource } from './document-source';
import { connectEndpoint } from './endpoint-source';
import { openFolder } from './folder-source';
import { runCommand } from './run-command';
import { writeLines } from './write-lines';

type Read = (source: DocumentSource) => AsyncIterable<object>;

async function* linesOf(read: Read, source: DocumentSource): AsyncGenerator<string> {
  for await (const line of read(source)) yield JSON.stringify(line);
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

/** A command that writes what `read` finds as JSON Lines, to the standard output or a file. Exit code 2 for wrong arguments. */
export const runExport = (command: string, read: Read): void =>
  runCommand(command, async () => {
    const given = readArguments();
    if (given === null) {
      process.stderr.write(`usage: npm run ${command} -- --data DIR | --url URL [--file FILE]\n`);
      return 2;
    }
    const { data, url, file } = given;
    const source = data === undefined ? connectEndpoint(url!) : openFolder(data);
    try {
      const count = await writeLines(file, linesOf(read, source));
      if (file !== undefined) process.stderr.write(`wrote ${count} documents to ${file}\n`);
      return 0;
    } finally {
      await source.close();
    }
  });
