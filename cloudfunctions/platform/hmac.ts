import { createHmac, timingSafeEqual } from 'node:crypto';

/** HMAC-SHA256 over the parts one after the other; texts as UTF-8. */
export const hmacSha256 = (secret: string, parts: readonly (string | Uint8Array)[]): Buffer =>
  parts.reduce((hmac, part) => hmac.update(part), createHmac('sha256', secret)).digest();

/** Whether `hex` is the digest, compared in constant time, so that its bytes cannot be guessed one by one. */
export function isDigest(digest: Buffer, hex: string): boolean {
  if (!/^[0-9a-f]+$/i.test(hex) || hex.length !== digest.length * 2) return false;
  return timingSafeEqual(digest, Buffer.from(hex, 'hex'));
}
