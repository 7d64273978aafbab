import { randomBytes, randomInt } from 'node:crypto';

/** 128 random bits as 26 characters of Crockford's base 32, in lower case: safe in ids, paths and scene strings. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

export function randomId(): string {
  const bytes = randomBytes(17);
  let accumulator = 0;
  let bits = 0;
  let id = '';
  for (const byte of bytes) {
    accumulator = ((accumulator << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 5 && id.length < 26) {
      bits -= 5;
      id += alphabet[(accumulator >> bits) & 31];
    }
  }
  return id;
}

/** No 0/O, 1/I/L: a person reads this from one screen and types it into another. */
const readable = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

export const randomReadableCode = (length: number): string =>
  Array.from({ length }, () => readable[randomInt(readable.length)]).join('');
