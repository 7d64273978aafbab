import { CloudError } from '../../cloud-error';
import { fileListLength } from '../../limits';
import { cloudPath, fileKey } from '../../storage/file-id';
import type { Storage } from '../../storage/storage';
import type { AdminAction } from '../admin-action';
import { invalid } from '../parameters';

/** The actions of `cloud.uploadFile`, `getTempFileURL`, `downloadFile` and `deleteFile`; functions may touch every file. */
export function storageActions(storage: Storage): [string, AdminAction][] {
  return [
    [
      'storage.getUploadMetadata',
      async ({ parameters }) => ({ data: uploadMetadata(storage, parameters.path) }),
    ],
    [
      'storage.batchGetDownloadUrl',
      async ({ parameters }) => {
        const files = fileList(parameters.file_list) as { fileid?: unknown; max_age?: unknown }[];
        return { data: { download_list: await Promise.all(files.map(file => downloadUrl(storage, file))) } };
      },
    ],
    [
      'storage.batchDeleteFile',
      async ({ parameters }) => {
        const ids = fileList(parameters.fileid_list);
        return { data: { delete_list: await Promise.all(ids.map(id => deleted(storage, id))) } };
      },
    ],
  ];
}

/** The SDK puts `cosFileId` into a header, so it must be plain characters whatever the path is. */
function uploadMetadata(storage: Storage, given: unknown): Record<string, string> {
  const path = cloudPath(given);
  const { url, authorization, fileId } = storage.uploadTicket(path);
  return { url, authorization, token: 'local', fileId, cosFileId: fileKey(path) };
}

function fileList(list: unknown): unknown[] {
  if (!Array.isArray(list) || list.length === 0) throw invalid('the list of files is empty');
  if (list.length > fileListLength) throw invalid(`at most ${fileListLength} files at once`);
  return list;
}

/** One bad id spoils its own entry, not the list. */
async function entry(
  fileID: unknown,
  work: () => Promise<Record<string, unknown>>,
): Promise<Record<string, unknown>> {
  try {
    return { fileID, ...(await work()), code: 'SUCCESS' };
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    return { fileID, code: error.code };
  }
}

async function downloadUrl(storage: Storage, file: { fileid?: unknown; max_age?: unknown }) {
  return entry(file?.fileid, async () => {
    const path = storage.ids.pathOf(file?.fileid);
    if ((await storage.files.find(fileKey(path))) === null)
      throw new CloudError('STORAGE_FILE_NONEXIST', 'no such file');
    const maxAge = typeof file.max_age === 'number' ? file.max_age : undefined;
    return { tempFileURL: storage.temporaryUrl(path, maxAge), maxAge };
  });
}

async function deleted(storage: Storage, id: unknown) {
  return entry(id, async () => {
    const removed = await storage.files.remove(fileKey(storage.ids.pathOf(id)));
    if (!removed) throw new CloudError('STORAGE_FILE_NONEXIST', 'no such file');
    return {};
  });
}
