import { claimHashOf, newClaimCode } from '../claim/claim-code';

const usage = 'usage: npm run claim-code\n';

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
  process.stdout.write(explain(newClaimCode()));
}
