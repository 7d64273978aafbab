import { appendFileSync, readFileSync } from 'node:fs';
import { textOfBytes } from './text-of-bytes';

/** Long enough that files are written in large pieces, and short enough for hundreds of buckets. */
const bufferBytes = 64 * 1024;
/** No UTF-16 code unit needs more in UTF-8. */
const mostBytesACodeUnit = 3;
const lineFeed = 10;

/** Lines that are kept as bytes, which cost the collector of garbage nothing, and in a file when they get many. */
export class LineBucket {
  private buffer: Buffer | null = null;
  private used = 0;
  private file: string | null = null;

  /** @param fileFor makes the place for a file, when there has to be one */
  constructor(private readonly fileFor: () => string) {}

  /** @param line one line of text, without its end */
  add(line: string): void {
    const needed = line.length * mostBytesACodeUnit + 1;
    if (needed > bufferBytes) {
      this.spill();
      this.append(Buffer.from(`${line}\n`));
      return;
    }
    this.buffer ??= Buffer.allocUnsafe(bufferBytes);
    if (this.used + needed > bufferBytes) this.spill();
    this.used += this.buffer.write(line, this.used);
    this.buffer[this.used++] = lineFeed;
  }

  /** All of them, in the order in which they came. */
  lines(): string[] {
    const buffered = this.buffer === null ? [] : [this.buffer.subarray(0, this.used)];
    const written = this.file === null ? [] : [readFileSync(this.file)];
    return [...written, ...buffered].flatMap(bytes => textOfBytes(bytes).split('\n').slice(0, -1));
  }

  private spill(): void {
    if (this.used > 0) this.append(this.buffer!.subarray(0, this.used));
    this.used = 0;
  }

  private append(bytes: Buffer): void {
    this.file ??= this.fileFor();
    appendFileSync(this.file, bytes);
  }
}
