import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Platform } from './platform';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Leads every box, so that another form can be told apart later. */
const FORM = 'v1';

/** Which key closes a box, and whose it is: a box that was moved to another owner's document does not open there. */
export interface BoxOwner {
  /** The environment variable with the key: 64 hex digits, as `generate: 'hex32'` makes it. */
  keyName: string;
  /** Authenticated with the secret, not kept in the box; e.g. a staff id. */
  owner: string;
}

type Variables = Pick<Platform, 'variable'>;

function keyOf(platform: Variables, keyName: string): Buffer {
  const hex = platform.variable(keyName);
  if (!/^[0-9a-f]{64}$/i.test(hex))
    throw new Error(`The environment variable ${keyName} is no 32 bytes in hex.`);
  return Buffer.from(hex, 'hex');
}

/** Closes a secret with AES-256-GCM under the environment's key: `v1.<nonce>.<ciphertext and tag>`, base64url. */
export function sealSecret(platform: Variables, { keyName, owner }: BoxOwner, secret: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, keyOf(platform, keyName), nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(owner, 'utf8'));
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return [FORM, nonce.toString('base64url'), sealed.toString('base64url')].join('.');
}

/** The secret of a box. Throws for another key, another owner and for any changed byte. */
export function openSecret(platform: Variables, { keyName, owner }: BoxOwner, secretBox: string): string {
  const [form, nonceText, sealedText, ...rest] = secretBox.split('.');
  const nonce = Buffer.from(nonceText ?? '', 'base64url');
  const sealed = Buffer.from(sealedText ?? '', 'base64url');
  if (form !== FORM || rest.length > 0 || nonce.length !== NONCE_BYTES || sealed.length < TAG_BYTES) {
    throw new Error('This is no secret box.');
  }
  const decipher = createDecipheriv(CIPHER, keyOf(platform, keyName), nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(owner, 'utf8'));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]).toString('utf8');
}
