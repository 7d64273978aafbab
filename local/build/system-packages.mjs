import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { runChild } from './run-child.mjs';
import { keepSaying, say } from './say.mjs';

/**
 * @typedef {object} SystemPackage
 * @property {string} debianName
 * @property {string} reason what needs it
 * @property {string[]} probe a command that succeeds when it is there
 */

/** @type {SystemPackage[]} What tests need from the operating system; each row is installed when its probe fails. */
export const systemPackages = [
  {
    debianName: 'strace',
    reason: 'the durability tests watch which fsync covers which answer',
    probe: ['strace', '-V'],
  },
  {
    debianName: 'chromium',
    reason: 'the simulator is tested in a real browser',
    probe: ['chromium', '--version'],
  },
  {
    debianName: 'fonts-noto-cjk',
    reason: 'without Chinese glyphs every text on a page is a row of boxes',
    probe: ['sh', '-c', 'fc-list :lang=zh | grep -q .'],
  },
  {
    debianName: 'fonts-dejavu-core',
    reason: 'it has the few signs that the Chinese font lacks, such as the 2 of CO₂',
    probe: ['sh', '-c', 'fc-list | grep -q DejaVuSans.ttf'],
  },
];

/** @param {string[]} command */
function succeeds([program = '', ...programArguments]) {
  return spawnSync(program, programArguments, { stdio: 'ignore' }).status === 0;
}

/**
 * @param {SystemPackage[]} wanted
 * @param {(command: string[]) => boolean} probe
 */
export function missingSystemPackages(wanted, probe = succeeds) {
  return wanted.filter(one => !probe(one.probe));
}

/**
 * @param {(command: string[]) => boolean} probe
 * @param {boolean} hasTerminal whether sudo may ask for a password
 * @returns {string[] | undefined} how to call apt-get with the rights it needs, or undefined where that is impossible
 */
export function aptGet(probe = succeeds, hasTerminal = process.stdin.isTTY === true) {
  if (!probe(['apt-get', '--version'])) return undefined;
  if (process.getuid?.() === 0) return ['apt-get'];
  if (probe(['sudo', '-n', 'true'])) return ['sudo', '-n', 'apt-get'];
  return hasTerminal && probe(['sudo', '-V']) ? ['sudo', 'apt-get'] : undefined;
}

/**
 * Installs what is missing, or says what to install by hand.
 * @param {string} root
 * @returns {Promise<number>} exit code
 */
export async function installSystemPackages(root) {
  const missing = missingSystemPackages(systemPackages);
  if (missing.length === 0) return 0;
  for (const one of missing) say(`${one.debianName} is missing (${one.reason})`);
  const names = missing.map(one => one.debianName);
  const apt = aptGet();
  if (apt === undefined) {
    say(`cannot install it here without root, sudo or apt-get. Please install: ${names.join(' ')}`);
    return 1;
  }
  const [program = '', ...prefix] = apt;
  const environment = { DEBIAN_FRONTEND: 'noninteractive' };
  for (const step of [['update'], ['install', '-y', '--no-install-recommends', ...names]]) {
    say(`running ${[...apt, ...step].join(' ')}`);
    const stop = keepSaying('apt-get');
    const { code, interrupted } = await runChild(program, [...prefix, ...step], { cwd: root, environment });
    stop();
    if (interrupted) return code;
  }
  const still = missingSystemPackages(missing);
  for (const one of still) say(`${one.debianName} could not be installed: see apt-get’s messages above`);
  return still.length === 0 ? 0 : 1;
}
