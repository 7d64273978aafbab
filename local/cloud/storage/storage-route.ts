import type { Handler } from '../http/exchange';
import { HttpError } from '../http/http-error';
import { downloadFile } from './download-file';
import { putFile } from './put-file';
import type { Storage } from './storage';
import { uploadFile } from './upload-file';

/** `/storage/put` for the SDK, `/storage/upload` for the mini-program, `/storage/file/<path>` for whoever has a signed address. */
export function storageRoute(storage: Storage): Handler {
  return async exchange => {
    const { pathname, request } = exchange;
    const download = request.method === 'GET' || request.method === 'HEAD';
    if (pathname === '/storage/put' && request.method === 'PUT') return putFile(storage, exchange);
    if (pathname === '/storage/upload' && request.method === 'POST') return uploadFile(storage, exchange);
    if (pathname.startsWith('/storage/file/') && download) return downloadFile(storage, exchange);
    throw new HttpError(404, 'no such path');
  };
}
