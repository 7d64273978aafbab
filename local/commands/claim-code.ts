import { randomInt } from 'node:crypto';
import { sha256Hex } from '../../miniprogram/proof';

/** No 0/O, 1/I/L: people copy it by hand. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** Twenty characters of 31 are some 99 random bits: nobody finds them by trying. */
const GROUPS = 4;
const GROUP_LENGTH = 5;

const usage = 'usage: npm run claim-code\n';

const newCode = (): string =>
  Array.from({ length: GROUPS }, () =>
    Array.from({ length: GROUP_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join(''),
  ).join('-');

/** As the function computes it: case, spaces and hyphens do not count. */
const hashOf = (code: string): string => sha256Hex(code.replaceAll('-', ''));

function explain(code: string): string {
  return [
    `Claim code:  ${code}`,
    `Its hash:    ${hashOf(code)}`,
    '',
    'Set the hash as FIRST_ADMIN_CODE_HASH in the environment of the function `staff`:',
    '  CloudBase: the console, cloud functions, staff, environment variables.',
    '  Locally:   environment.json in the data folder, before the start.',
    '',
    'Whoever enters the code in the console (我的 → 员工台) becomes the account administrator, as long as nobody else',
    'can open accounts. Give it to that one person; it works once and is stored nowhere.',
    '',
  ].join('\n');
}

if (process.argv.length > 2) {
  process.stderr.write(usage);
  process.exitCode = 2;
} else {
  process.stdout.write(explain(newCode()));
}
