import { mkdirSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { CloudError } from '../cloud-error';
import { storedFileBytes } from '../limits';
import { writeFileDurably } from '../write-file-durably';
import { type CloudPath, fileKey } from './file-id';
import { typeByName } from './type-by-name';

const fileRecord = z.strictObject({
  path: z.string(),
  /** The person who uploaded it; null when a function did. */
  owner: z.string().nullable(),
  type: z.string(),
  bytes: z.number(),
  uploadedAtMs: z.number(),
});

export type FileRecord = z.infer<typeof fileRecord>;

/** Files of `cloud://` ids in the data folder: `<key>` with the content and `<key>.json` with what is known about it. */
export class FileStore {
  constructor(
    readonly folder: string,
    readonly nowMs: () => number,
  ) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  /** A person may replace a file of their own; nobody else's, and none of a function's. */
  async put(cloudPath: CloudPath, content: Buffer, owner: string | null): Promise<FileRecord> {
    if (content.length > storedFileBytes)
      throw new CloudError('STORAGE_REQUEST_FAIL', 'a file is at most 5 MB');
    const present = await this.find(fileKey(cloudPath));
    if (owner !== null && present !== null && present.owner !== owner) {
      throw new CloudError('STORAGE_EXCEED_AUTHORITY', 'the file belongs to somebody else');
    }
    const record = {
      path: cloudPath,
      owner,
      type: typeByName(cloudPath),
      bytes: content.length,
      uploadedAtMs: this.nowMs(),
    };
    // The content first: a record without content would be a file that cannot be read.
    writeFileDurably(this.#contentFile(fileKey(cloudPath)), content);
    writeFileDurably(this.#recordFile(fileKey(cloudPath)), JSON.stringify(record));
    return record;
  }

  async find(key: string): Promise<FileRecord | null> {
    const text = await readFile(this.#recordFile(key), 'utf8').catch(() => null);
    return text === null ? null : fileRecord.parse(JSON.parse(text));
  }

  async read(key: string): Promise<Buffer> {
    return readFile(this.#contentFile(key));
  }

  /** @returns whether there was such a file */
  async remove(key: string): Promise<boolean> {
    const found = await this.find(key);
    await rm(this.#recordFile(key), { force: true });
    await rm(this.#contentFile(key), { force: true });
    return found !== null;
  }

  #contentFile(key: string): string {
    return path.join(this.folder, key);
  }

  #recordFile(key: string): string {
    return path.join(this.folder, `${key}.json`);
  }
}
