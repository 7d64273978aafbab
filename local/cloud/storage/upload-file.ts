import { CloudError } from '../cloud-error';
import { answerJson } from '../http/answer';
import { callerOf } from '../http/caller';
import { type Exchange, mediaType } from '../http/exchange';
import { HttpError } from '../http/http-error';
import { BodyTooLargeError, readBody } from '../http/read-body';
import { storedFileBytes } from '../limits';
import { clientError } from '../protocol/client-error';
import { cloudPath } from './file-id';
import { isImage } from './sniff-type';
import type { Storage } from './storage';

/**
 * `POST /storage/upload?cloudPath=…` with the file as body and the header x-wx-openid, what `wx.cloud.uploadFile` does.
 * People upload images only; the content decides. Answer: `{fileID, statusCode}` or `{errCode, errMsg}`.
 */
export async function uploadFile(storage: Storage, exchange: Exchange): Promise<void> {
  if (mediaType(exchange.request) !== 'application/octet-stream') {
    throw new HttpError(415, 'content-type must be application/octet-stream');
  }
  const { openid } = callerOf(exchange.request);
  try {
    const path = cloudPath(new URLSearchParams(exchange.search).get('cloudPath'));
    const content = await readBody(exchange.request, storedFileBytes);
    if (!isImage(content)) throw new CloudError('STORAGE_REQUEST_FAIL', 'only images can be uploaded');
    await storage.files.put(path, content, openid);
    answerJson(exchange.response, 200, {
      fileID: storage.ids.of(path),
      statusCode: 200,
      errMsg: 'cloud.uploadFile:ok',
    });
  } catch (error) {
    answerJson(exchange.response, 200, clientError('cloud.uploadFile', asCloudError(error)));
  }
}

function asCloudError(error: unknown): CloudError {
  if (error instanceof CloudError) return error;
  if (error instanceof BodyTooLargeError)
    return new CloudError('STORAGE_REQUEST_FAIL', 'a file is at most 5 MB');
  throw error;
}
