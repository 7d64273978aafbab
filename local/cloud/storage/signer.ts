import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { writeFileDurably } from '../write-file-durably';

/** Signs what the endpoint gives out, so that it knows its own when it comes back. The key lies in the data folder. */
export class Signer {
  readonly #key: Buffer;

  constructor(
    folder: string,
    readonly nowMs: () => number,
  ) {
    const file = path.join(folder, 'storage.key');
    if (!existsSync(file)) writeFileDurably(file, randomBytes(32).toString('hex'));
    this.#key = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
  }

  /** @param purpose keeps a signature for one thing from being used for another */
  sign(purpose: string, subject: string, validMs: number): string {
    const expiresAtMs = Math.floor(this.nowMs() + validMs);
    return `${expiresAtMs.toString(36)}.${this.#mac(purpose, subject, expiresAtMs)}`;
  }

  isValid(purpose: string, subject: string, signature: string): boolean {
    const [expires = '', mac = ''] = signature.split('.');
    const expiresAtMs = Number.parseInt(expires, 36);
    if (!(expiresAtMs > this.nowMs())) return false;
    const given = Buffer.from(mac);
    const right = Buffer.from(this.#mac(purpose, subject, expiresAtMs));
    return given.length === right.length && timingSafeEqual(given, right);
  }

  #mac(purpose: string, subject: string, expiresAtMs: number): string {
    return createHmac('sha256', this.#key).update(`${purpose}\n${expiresAtMs}\n${subject}`).digest('hex');
  }
}
