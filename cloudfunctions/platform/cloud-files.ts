import cloud from 'wx-server-sdk';
import type { Files } from './files';

/** What the SDK says of one file of a list; `status` is 0 when all went well. */
interface FileAnswer {
  fileID: string;
  status: number;
  errMsg: string;
  tempFileURL?: string;
}

/** The parts of the SDK that are used here; its own types leave most of this untyped. */
interface CloudStorage {
  uploadFile(options: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID: string }>;
  getTempFileURL(options: {
    fileList: { fileID: string; maxAge: number }[];
  }): Promise<{ fileList: FileAnswer[] }>;
  deleteFile(options: { fileList: string[] }): Promise<{ fileList: FileAnswer[] }>;
}

/** The SDK's number for STORAGE_FILE_NONEXIST. */
const NO_SUCH_FILE = -503003;

const isGone = ({ status }: FileAnswer): boolean => status === NO_SUCH_FILE;

/** Long enough to fetch a file of 5 MB. */
const READING_SECONDS = 60;

/** Stops after one byte more than asked for, by which the caller sees that there are more. */
async function firstBytes(address: string, mostBytes: number): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok || !response.body) throw new Error(`storage: a file was answered with ${response.status}`);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body) {
    chunks.push(chunk as Uint8Array);
    length += (chunk as Uint8Array).byteLength;
    if (length > mostBytes) break;
  }
  return Buffer.concat(chunks).subarray(0, mostBytes + 1);
}

async function write(storage: CloudStorage, path: string, content: Buffer) {
  const { fileID } = await storage.uploadFile({ cloudPath: path, fileContent: content });
  return { id: fileID, bytes: content.length };
}

function refuseOthers(answers: readonly FileAnswer[]): void {
  const failed = answers.find(answer => answer.status !== 0 && !isGone(answer));
  if (failed) throw new Error(`storage: ${failed.status} ${failed.errMsg}`);
}

/**
 * The storage of the environment that the function runs in.
 * Source: developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/storage/Cloud.getTempFileURL.html
 */
export function cloudFiles(): Files {
  const storage = cloud as unknown as CloudStorage;
  return {
    put: (path, text) => write(storage, path, Buffer.from(text, 'utf8')),
    putBytes: (path, bytes) => write(storage, path, Buffer.from(bytes)),
    read: async (id, mostBytes) => {
      // The SDK would take the whole file into memory, whatever its size.
      const { fileList } = await storage.getTempFileURL({
        fileList: [{ fileID: id, maxAge: READING_SECONDS }],
      });
      refuseOthers(fileList);
      const address = fileList[0]?.tempFileURL;
      return fileList.some(isGone) || !address ? null : firstBytes(address, mostBytes);
    },
    addressesOf: async (ids, validSeconds) => {
      if (ids.length === 0) return [];
      const fileList = ids.map(fileID => ({ fileID, maxAge: validSeconds }));
      const answer = await storage.getTempFileURL({ fileList });
      refuseOthers(answer.fileList);
      return answer.fileList.map(({ status, tempFileURL }) => (status === 0 ? (tempFileURL ?? null) : null));
    },
    remove: async ids => {
      if (ids.length === 0) return;
      refuseOthers((await storage.deleteFile({ fileList: [...ids] })).fileList);
    },
  };
}
