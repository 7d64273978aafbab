import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { writeFileDurably } from '../../cloud/write-file-durably';
import { emptyTally, tallyShape } from '../month/tally';

const stateShape = z.strictObject({
  /** 2: a day is one portion. What an older version has begun is not gone on with. */
  version: z.literal(2),
  /** First Beijing day of the month: with it people, rides and amounts are given. */
  startDay: z.string(),
  /** Where the product is, or was last, served. */
  port: z.int().nullable(),
  stepsDone: z.int(),
  finished: z.boolean(),
  tally: tallyShape,
  /** By day, as the product reports it. */
  credited: z.record(z.string(), z.strictObject({ count: z.int(), grams: z.int() })),
});

export type DemoState = z.infer<typeof stateShape>;

const NAME = 'demo.json';

/** What the demo remembers in the data folder: how far the month is, so that it goes on after a stop. */
export class DemoFile {
  private constructor(
    readonly file: string,
    public state: DemoState,
  ) {}

  static exists(folder: string): boolean {
    return existsSync(path.join(folder, NAME));
  }

  /** @throws Error naming the file when it cannot be understood */
  static open(folder: string): DemoFile {
    const file = path.join(folder, NAME);
    try {
      return new DemoFile(file, stateShape.parse(JSON.parse(readFileSync(file, 'utf8'))));
    } catch (error) {
      throw new Error(`${file} 不是演示的进度文件，或来自旧版本；加 --fresh 可清空这个目录重新开始`, {
        cause: error,
      });
    }
  }

  static create(folder: string, startDay: string): DemoFile {
    const state = { version: 2 as const, startDay, port: null, stepsDone: 0, finished: false };
    const demo = new DemoFile(path.join(folder, NAME), { ...state, tally: emptyTally(), credited: {} });
    demo.change({});
    return demo;
  }

  change(part: Partial<DemoState>): void {
    this.state = { ...this.state, ...part };
    writeFileDurably(this.file, `${JSON.stringify(this.state, null, 2)}\n`);
  }
}
