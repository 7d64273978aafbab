import { answerBytes } from '../http/answer';
import type { Exchange } from '../http/exchange';
import { HttpError } from '../http/http-error';
import { decoded } from './decoded';
import { fileKey } from './file-id';
import type { Storage } from './storage';

/**
 * A file by its signed address. The type is that of its name and browsers must not guess another; what is no image is
 * only ever saved, never shown, under the last part of the address.
 */
export async function downloadFile(
  storage: Storage,
  { request, response, pathname, search }: Exchange,
): Promise<void> {
  const signature = new URLSearchParams(search).get('sign') ?? '';
  const path = storage.readablePath(decoded(pathname.slice('/storage/file/'.length)), signature);
  if (path === null) throw new HttpError(403, 'the address has expired');
  const key = fileKey(path);
  const record = await storage.files.find(key);
  if (record === null) throw new HttpError(404, 'no such file');
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('cache-control', 'private');
  if (!record.type.startsWith('image/')) response.setHeader('content-disposition', 'attachment');
  if (request.method === 'HEAD') {
    response.writeHead(200, { 'content-type': record.type, 'content-length': record.bytes });
    response.end();
    return;
  }
  answerBytes(response, 200, record.type, await storage.files.read(key));
}
