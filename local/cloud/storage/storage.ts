import path from 'node:path';
import { type CloudPath, cloudPath, FileIds } from './file-id';
import { FileStore } from './file-store';
import { Signer } from './signer';

/** How long the SDK may take between asking where to upload and uploading. */
const uploadMs = 15 * 60_000;
/** Source: docs.cloudbase.net/storage/get-temp-url: two hours unless the caller says otherwise, a day at most here */
const defaultUrlSeconds = 2 * 3600;
const mostUrlSeconds = 24 * 3600;

/** Cloud storage: files are private, and read through signed addresses that expire. */
export class Storage {
  readonly ids: FileIds;
  readonly files: FileStore;
  readonly #signer: Signer;

  /** @param url address of the endpoint; known once it listens */
  constructor(
    folder: string,
    environmentId: string,
    readonly url: () => string,
    nowMs: () => number,
  ) {
    this.ids = new FileIds(environmentId);
    this.files = new FileStore(path.join(folder, 'files'), nowMs);
    this.#signer = new Signer(folder, nowMs);
  }

  /** Leave to upload one file by PUT. */
  uploadTicket(cloudPathOfFile: CloudPath): { url: string; authorization: string; fileId: string } {
    const authorization = this.#signer.sign('put', cloudPathOfFile, uploadMs);
    return { url: `${this.url()}/storage/put`, authorization, fileId: this.ids.of(cloudPathOfFile) };
  }

  /** @returns the path when the ticket is one that was given out for it and has not expired */
  redeemTicket(cloudPathOfFile: string, authorization: string): CloudPath | null {
    return this.#signer.isValid('put', cloudPathOfFile, authorization) ? cloudPath(cloudPathOfFile) : null;
  }

  /**
   * Ends in the file's own path, by which a browser names what it saves. The path stands as it is: the SDK encodes the
   * address before it fetches, as browsers do.
   */
  temporaryUrl(cloudPathOfFile: CloudPath, maxAgeSeconds = defaultUrlSeconds): string {
    const seconds = Math.min(Math.max(1, maxAgeSeconds), mostUrlSeconds);
    return `${this.url()}/storage/file/${cloudPathOfFile}?sign=${this.#signer.sign('get', cloudPathOfFile, seconds * 1000)}`;
  }

  /** @returns the path when the signature is one that was given out for it and has not expired */
  readablePath(cloudPathOfFile: string, signature: string): CloudPath | null {
    return this.#signer.isValid('get', cloudPathOfFile, signature) ? cloudPath(cloudPathOfFile) : null;
  }
}
