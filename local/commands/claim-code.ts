import { claimHashOf } from '../../cloudfunctions/domain/staff/claim-code';
import { randomReadableCode } from '../../cloudfunctions/platform/ids';

/** Twenty characters of 31 are some 99 random bits: nobody finds them by trying. */
const GROUPS = 4;
const GROUP_LENGTH = 5;

const usage = 'usage: npm run claim-code\n';

const newCode = (): string =>
  Array.from({ length: GROUPS }, () => randomReadableCode(GROUP_LENGTH)).join('-');

function explain(code: string): string {
  return [
    `Claim code:  ${code}`,
    `Its hash:    ${claimHashOf(code)}`,
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
