import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { writeFileDurably } from '../../cloud/write-file-durably';
import { ways } from './forge';

const document = z.looseObject({ _id: z.string() }).nullable();

const stateShape = z.strictObject({
  version: z.literal(1),
  way: z.enum(ways),
  account: z.string(),
  /** The entry that was tampered with, by number and key. */
  seq: z.int(),
  key: z.string(),
  /** The account's last entry at that time. */
  lastSeq: z.int(),
  /** The last day that was sealed at that time: seals of later days may have been made over what was forged. */
  sealedUpTo: z.string(),
  changes: z.array(
    z.strictObject({ collection: z.string(), id: z.string(), before: document, after: document }),
  ),
});

export type Tampering = z.infer<typeof stateShape>;

const NAME = 'tampered.json';

/**
 * What was in the database before it was tampered with, in the data folder. It is written before the first document is
 * touched, so that whatever happens then can be undone.
 */
export class TamperFile {
  private constructor(
    private readonly file: string,
    public state: Tampering | null,
  ) {}

  static open(folder: string): TamperFile {
    const file = path.join(folder, NAME);
    if (!existsSync(file)) return new TamperFile(file, null);
    try {
      return new TamperFile(file, stateShape.parse(JSON.parse(readFileSync(file, 'utf8'))));
    } catch (error) {
      throw new Error(`${file} 不是演示的篡改记录`, { cause: error });
    }
  }

  keep(state: Tampering): void {
    writeFileDurably(this.file, `${JSON.stringify(state)}\n`);
    this.state = state;
  }

  forget(): void {
    rmSync(this.file, { force: true });
    this.state = null;
  }
}
