import { utf8Bytes } from '../../../miniprogram/proof';

export interface ExportText {
  name: string;
  text: string;
}

/** Below what the storage takes, with room for what stands around the lines. */
const MOST_BYTES = 4_000_000;

/** Lines in files of a size that the storage takes: `trips.csv`, then `trips-2.csv` and so on. */
export class SplitFile<Line extends { text: string }> {
  readonly #files: Line[][] = [[]];
  #bytes = 0;

  constructor(
    readonly name: string,
    readonly ending: string,
    readonly wrap: (lines: readonly Line[], part: number) => string,
  ) {}

  add(line: Line): void {
    const bytes = utf8Bytes(line.text).length;
    if (this.#bytes + bytes > MOST_BYTES) {
      this.#files.push([]);
      this.#bytes = 0;
    }
    this.#files.at(-1)!.push(line);
    this.#bytes += bytes;
  }

  /** One file at least, be it empty. */
  texts(): ExportText[] {
    return this.#files.map((lines, index) => ({
      name: `${this.name}${index === 0 ? '' : `-${index + 1}`}.${this.ending}`,
      text: this.wrap(lines, index + 1),
    }));
  }
}
