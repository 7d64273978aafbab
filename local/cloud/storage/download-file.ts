import { answerBytes } from '../http/answer';
import type { Exchange } from '../http/exchange';
import { HttpError } from '../http/http-error';
import { unknownType } from './sniff-type';
import type { Storage } from './storage';

/**
 * A file by its signed address. The type is the sniffed one and browsers must not guess another; what is no known type is
 * only ever saved, never shown.
 */
export async function downloadFile(
  storage: Storage,
  { request, response, pathname, search }: Exchange,
): Promise<void> {
  const key = pathname.slice('/storage/file/'.length);
  const signature = new URLSearchParams(search).get('sign') ?? '';
  if (!/^[0-9a-f]{64}$/.test(key) || !storage.mayRead(key, signature))
    throw new HttpError(403, 'the address has expired');
  const record = await storage.files.find(key);
  if (record === null) throw new HttpError(404, 'no such file');
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('cache-control', 'private');
  if (record.type === unknownType) response.setHeader('content-disposition', 'attachment');
  if (request.method === 'HEAD') {
    response.writeHead(200, { 'content-type': record.type, 'content-length': record.bytes });
    response.end();
    return;
  }
  answerBytes(response, 200, record.type, await storage.files.read(key));
}
