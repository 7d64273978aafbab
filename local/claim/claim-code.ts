import { randomInt } from 'node:crypto';
import { sha256Hex } from '../../miniprogram/proof';

/** No 0/O, 1/I/L: people copy it by hand. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** Twenty characters of 31 are some 99 random bits: nobody finds them by trying. */
const GROUPS = 4;
const GROUP_LENGTH = 5;

/** A fresh code by which the first administrator claims the team. */
export const newClaimCode = (): string =>
  Array.from({ length: GROUPS }, () =>
    Array.from({ length: GROUP_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join(''),
  ).join('-');

/** As the function computes it: case, spaces and hyphens do not count. */
export const claimHashOf = (code: string): string => sha256Hex(code.replaceAll('-', ''));
