/**
 * @typedef {object} Command
 * @property {string} entry TypeScript source of the program, bundled to dist/local
 * @property {string} purpose one line for the list of commands
 * @property {boolean} [needsProduct] whether dist/cloudfunctions is brought up to date first
 * @property {boolean} [needsSystemPackages] whether the Debian packages of the tests are installed first
 * @property {string[]} [starts] further entries that it runs as processes of their own
 * @property {Record<string, string>} [environment]
 */

const cloud = 'local/cloud/main.ts';
/** The endpoint, and the program in which it runs each function. */
const cloudPrograms = [cloud, 'local/cloud/runner/function-process.ts'];

/** @type {Record<string, Command>} Every command of package.json, by its name there with a dash for the colon. */
export const commands = {
  start: {
    entry: 'local/commands/start.ts',
    purpose: 'run the product on this machine with demo people and rides',
    needsProduct: true,
    starts: cloudPrograms,
  },
  test: {
    entry: 'local/commands/test.ts',
    purpose: 'types, checks, build and all tests',
    needsSystemPackages: true,
    starts: cloudPrograms,
  },
  soak: {
    entry: 'local/commands/test.ts',
    purpose: 'the same with many more rounds where a suite offers them',
    needsSystemPackages: true,
    starts: cloudPrograms,
    environment: { SOAK: '1' },
  },
  check: { entry: 'local/commands/check.ts', purpose: 'types, style, architecture, packages and hygiene' },
  build: { entry: 'local/commands/build.ts', purpose: 'bundle the cloud functions into dist/cloudfunctions' },
  'build-mini-program': {
    entry: 'local/commands/build-mini-program.ts',
    purpose: 'write the mini-program to dist/miniprogram: [--without track]',
  },
  cloud: {
    entry: cloud,
    purpose: 'run the CloudBase-compatible endpoint alone',
    needsProduct: true,
    starts: cloudPrograms,
  },
  simulate: {
    entry: 'local/simulator/main.ts',
    purpose: 'run any mini-program folder in a browser: --app DIR --port P [--cloud URL]',
  },
  audit: {
    entry: 'local/audit/main.ts',
    purpose: 'open every page in Chromium and measure the rules of the official audit',
    needsProduct: true,
    needsSystemPackages: true,
    starts: cloudPrograms,
  },
  screenshots: {
    entry: 'local/commands/screenshots.ts',
    purpose: 'take the documentation’s pictures of the demo in a browser',
    needsProduct: true,
    needsSystemPackages: true,
    starts: cloudPrograms,
  },
  bench: {
    entry: 'test/bench/main.ts',
    purpose: 'measure against the goals',
    needsProduct: true,
    needsSystemPackages: true,
    starts: cloudPrograms,
  },
  ride: { entry: 'local/demo/ride.ts', purpose: 'sign and send one ride to a running npm start' },
  statement: {
    entry: 'local/demo/statement.ts',
    purpose: 'read a rider’s statement from a running npm start',
  },
  'deploy-manifest': {
    entry: 'local/commands/deploy-manifest.ts',
    purpose: 'print what to set up in the CloudBase console',
    needsProduct: true,
  },
  'ledger-export': { entry: 'local/commands/ledger-export.ts', purpose: 'write the ledger to a file' },
  'ledger-verify': { entry: 'local/commands/ledger-verify.ts', purpose: 'check an exported ledger' },
  'claim-code': {
    entry: 'local/commands/claim-code.ts',
    purpose: 'print a code by which the first administrator claims the team, and its hash',
  },
  'station-posters': {
    entry: 'local/commands/station-posters.ts',
    purpose: 'print the posters with the codes of stations: PDF, and with --png a picture each',
    needsSystemPackages: true,
  },
  'audit-log-export': {
    entry: 'local/commands/audit-log-export.ts',
    purpose: 'write the staff’s audit log to a file',
  },
  'audit-log-verify': {
    entry: 'local/commands/audit-log-verify.ts',
    purpose: 'check the audit log’s chains: --data DIR | --file FILE',
  },
};

/** @returns {string} the commands with what they do, for a person */
export function listCommands() {
  return Object.entries(commands)
    .map(([name, command]) => `  ${name.padEnd(16)} ${command.purpose}`)
    .join('\n');
}
