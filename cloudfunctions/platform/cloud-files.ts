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
    put: async (path, text) => {
      const content = Buffer.from(text, 'utf8');
      const { fileID } = await storage.uploadFile({ cloudPath: path, fileContent: content });
      return { id: fileID, bytes: content.length };
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
