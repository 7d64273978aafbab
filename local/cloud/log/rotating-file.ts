import { appendFile, rename, stat } from 'node:fs/promises';

/**
 * Appends text in batches, off the path of any request. When the file has grown over its bound it becomes `<file>.1`,
 * in the place of an older one.
 */
export class RotatingFile {
  #pending: string[] = [];
  #writing: Promise<void> | null = null;
  #bytes: number | null = null;

  constructor(
    readonly file: string,
    readonly mostBytes: number,
  ) {}

  append(text: string): void {
    this.#pending.push(text);
    this.#writing ??= this.#writeAll();
  }

  /** Resolves when everything appended so far is in the file. */
  async flush(): Promise<void> {
    while (this.#writing !== null) await this.#writing;
  }

  async #writeAll(): Promise<void> {
    // One turn later, so that everything that happens at once goes to the disk at once.
    await new Promise(resolve => setImmediate(resolve));
    try {
      while (this.#pending.length > 0) await this.#writeBatch(this.#pending.splice(0).join(''));
    } catch (error) {
      process.stderr.write(`cloud: ${this.file} cannot be written: ${(error as Error).message}\n`);
    } finally {
      this.#writing = null;
    }
  }

  async #writeBatch(batch: string): Promise<void> {
    this.#bytes ??= await stat(this.file).then(
      found => found.size,
      () => 0,
    );
    if (this.#bytes > this.mostBytes) {
      await rename(this.file, `${this.file}.1`);
      this.#bytes = 0;
    }
    await appendFile(this.file, batch, { mode: 0o600 });
    this.#bytes += Buffer.byteLength(batch);
  }
}
