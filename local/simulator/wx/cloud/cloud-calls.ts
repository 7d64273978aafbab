import type { WxHost } from '../wx-host';
import { CloudId, callFunction } from './call-function';
import { refuseFiles, uploadFile } from './cloud-files';
import { CloudSession } from './cloud-session';
import { refusedDatabase } from './refused-database';

/** `wx.cloud`. */
export function cloudCalls(host: WxHost): Record<string, unknown> {
  const session = new CloudSession(host);
  return {
    init: () => session.init(),
    callFunction: session.call('callFunction', options => callFunction(host, session, options)),
    uploadFile: session.call('uploadFile', options => uploadFile(host, session, options)),
    downloadFile: session.call('downloadFile', () => refuseFiles(host, 'downloadFile')),
    getTempFileURL: session.call('getTempFileURL', () => refuseFiles(host, 'getTempFileURL')),
    deleteFile: session.call('deleteFile', () => refuseFiles(host, 'deleteFile')),
    database: () => refusedDatabase(host),
    CloudID: CloudId,
  };
}
