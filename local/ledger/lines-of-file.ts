import { createReadStream } from 'node:fs';
import { textOfBytes } from './text-of-bytes';

const chunkBytes = 1024 * 1024;
const lineFeed = 10;

/** The lines of a file in UTF-8, without their ends; several times faster than Node's own, which looks for other ends too. */
export async function* linesOfFile(file: string): AsyncGenerator<string> {
  let begun: Buffer[] = [];
  for await (const chunk of createReadStream(file, { highWaterMark: chunkBytes }) as AsyncIterable<Buffer>) {
    const end = chunk.lastIndexOf(lineFeed) + 1;
    if (end === 0) {
      begun.push(chunk);
      continue;
    }
    yield* linesIn(Buffer.concat([...begun, chunk.subarray(0, end)]));
    begun = [chunk.subarray(end)];
  }
  const rest = textOfBytes(Buffer.concat(begun));
  if (rest !== '') yield rest;
}

/** Of bytes that end with a line's end, which may be Windows' one. */
const linesIn = (bytes: Buffer): string[] =>
  textOfBytes(bytes)
    .slice(0, -1)
    .split('\n')
    .map(line => (line.endsWith('\r') ? line.slice(0, -1) : line));
