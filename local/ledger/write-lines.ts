import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';

async function writeTo(output: Writable, lines: AsyncIterable<string>): Promise<number> {
  let count = 0;
  for await (const line of lines) {
    count += 1;
    if (!output.write(`${line}\n`)) await once(output, 'drain');
  }
  return count;
}

/**
 * Writes lines to a file, or to the standard output without one. The file appears under its name only when it is
 * complete: half an export must not be taken for one. Answers how many lines there are.
 */
export async function writeLines(file: string | undefined, lines: AsyncIterable<string>): Promise<number> {
  if (file === undefined) return writeTo(process.stdout, lines);
  const partial = `${file}.partial`;
  const output = createWriteStream(partial, { mode: 0o600 });
  try {
    const count = await writeTo(output, lines);
    output.end();
    await once(output, 'close');
    await rename(partial, file);
    return count;
  } catch (error) {
    output.destroy();
    await rm(partial, { force: true });
    throw error;
  }
}
