import { createHash } from 'node:crypto';
import { CloudError } from '../cloud-error';

/** Path of a file inside of the environment's bucket, checked. */
export type CloudPath = string & { readonly checked: unique symbol };

/** Source: docs.cloudbase.net/storage/limits: no leading slash, no empty or dot segments, printable characters */
const mostBytes = 850;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it keeps out
const forbidden = /[\u0000-\u001f\u007f\\?#%:*"<>|]/;

export function cloudPath(path: unknown): CloudPath {
  if (typeof path !== 'string' || path === '')
    throw new CloudError('INVALID_PARAM', 'cloudPath must be a text');
  const segments = path.split('/');
  const isBad = segments.some(segment => segment === '' || segment === '.' || segment === '..');
  if (isBad || forbidden.test(path) || Buffer.byteLength(path) > mostBytes) {
    throw new CloudError('INVALID_PARAM', 'cloudPath is not a path of plain segments');
  }
  return path as CloudPath;
}

/** `cloud://<environment>.<bucket>/<path>`: only ids with this environment's own prefix are its files. */
export class FileIds {
  readonly prefix: string;

  constructor(environmentId: string) {
    this.prefix = `cloud://${environmentId}.6c6f-${environmentId}-1300000000/`;
  }

  of(path: CloudPath): string {
    return this.prefix + path;
  }

  /** @throws CloudError STORAGE_FILE_NONEXIST for ids of any other environment */
  pathOf(fileId: unknown): CloudPath {
    if (typeof fileId !== 'string' || !fileId.startsWith(this.prefix)) {
      throw new CloudError('STORAGE_FILE_NONEXIST', 'not a file of this environment');
    }
    return cloudPath(fileId.slice(this.prefix.length));
  }
}

/** Name of a file on the disk: nothing of what a caller chose gets into a path of this machine. */
export function fileKey(path: CloudPath): string {
  return createHash('sha256').update(path).digest('hex');
}
