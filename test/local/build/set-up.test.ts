import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { commands } from '../../../local/build/commands.mjs';
import { fingerprint } from '../../../local/build/fingerprint.mjs';
import { installPackages, reasonToInstall } from '../../../local/build/install-packages.mjs';
import { nodeVersionProblem } from '../../../local/build/node-version.mjs';
import { aptGet, missingSystemPackages } from '../../../local/build/system-packages.mjs';
import packageJson from '../../../package.json';
import { addFile, fixtureProject, removeFixtures } from './fixture-project';

// What set-up says to a person is noise here.
beforeEach(() => jest.spyOn(process.stderr, 'write').mockReturnValue(true));
afterEach(() => {
  jest.restoreAllMocks();
  removeFixtures();
});

describe('the Node version', () => {
  test.each(['20.20.0', '20.20.2', '21.0.0', '24.1.0'])('%s will do', version => {
    expect(nodeVersionProblem(version)).toBeUndefined();
  });

  test.each(['20.19.9', '18.20.4', '8.0.0'])('%s is refused in Chinese and English', version => {
    expect(nodeVersionProblem(version)).toMatch(
      new RegExp(`需要 Node.js 20.20 .*${version}[\\s\\S]*20.20 or newer`),
    );
  });
});

describe('installing packages', () => {
  /** Stands for npm ci: makes node_modules anew and ends with the next of the codes. */
  function fakeInstall(root: string, codes: number[], interrupted = false) {
    const calls: string[][] = [];
    const run = async (_program: string, given: string[]) => {
      calls.push(given);
      rmSync(path.join(root, 'node_modules'), { recursive: true, force: true });
      mkdirSync(path.join(root, 'node_modules'));
      return { code: codes.shift() ?? 0, interrupted };
    };
    return { run, calls };
  }

  test('happens once for a lock file, and again when it changes', async () => {
    const root = fixtureProject({ 'package-lock.json': 'one' });
    const npm = fakeInstall(root, []);
    await installPackages(root, npm.run);
    await installPackages(root, npm.run);
    expect(npm.calls).toHaveLength(1);
    expect(npm.calls[0]).toContain('ci');

    writeFileSync(path.join(root, 'package-lock.json'), 'two');
    expect(reasonToInstall(root)).toMatch(/has changed/);
    await installPackages(root, npm.run);
    expect(npm.calls).toHaveLength(2);
  });

  test('is tried a second time after a failure, and only success counts as installed', async () => {
    const root = fixtureProject({ 'package-lock.json': 'one' });
    const failing = fakeInstall(root, [1, 1]);
    expect(await installPackages(root, failing.run)).toBe(1);
    expect(failing.calls).toHaveLength(2);
    expect(reasonToInstall(root)).toMatch(/not finished/);

    expect(await installPackages(root, fakeInstall(root, [1, 0]).run)).toBe(0);
    expect(reasonToInstall(root)).toBeUndefined();
  });

  test('is not tried again when the person stops it', async () => {
    const root = fixtureProject({ 'package-lock.json': 'one' });
    const stopped = fakeInstall(root, [130], true);
    expect(await installPackages(root, stopped.run)).toBe(130);
    expect(stopped.calls).toHaveLength(1);
  });
});

describe('system packages', () => {
  const strace = { debianName: 'strace', reason: 'a test', probe: ['strace', '-V'] };

  test('are missing exactly when their probe fails', () => {
    expect(missingSystemPackages([strace], () => true)).toEqual([]);
    expect(missingSystemPackages([strace], () => false)).toEqual([strace]);
  });

  test.each([
    { available: [], hasTerminal: true, expected: undefined },
    { available: ['apt-get', 'sudo -n'], hasTerminal: false, expected: ['sudo', '-n', 'apt-get'] },
    { available: ['apt-get', 'sudo -V'], hasTerminal: true, expected: ['sudo', 'apt-get'] },
    { available: ['apt-get', 'sudo -V'], hasTerminal: false, expected: undefined },
  ])(
    'without root, $available and terminal $hasTerminal give $expected',
    ({ available, hasTerminal, expected }) => {
      jest.spyOn(process, 'getuid' as never).mockReturnValue(1000 as never);
      const probe = (command: string[]) => available.some(start => command.join(' ').startsWith(start));
      expect(aptGet(probe, hasTerminal)).toEqual(expected);
    },
  );
});

test('a fingerprint changes with contents and names, and not with the time of a file', () => {
  const root = fixtureProject({ 'a/one.ts': '1', 'b.json': '2' });
  const first = fingerprint(root, ['a', 'b.json', 'absent']);
  addFile(root, 'a/one.ts', '1');
  expect(fingerprint(root, ['a', 'b.json', 'absent'])).toBe(first);
  addFile(root, 'a/two.ts', '');
  const second = fingerprint(root, ['a', 'b.json', 'absent']);
  expect(second).not.toBe(first);
  addFile(root, 'a/two.ts', '3');
  expect(fingerprint(root, ['a', 'b.json', 'absent'])).not.toBe(second);
});

describe('the door', () => {
  const run = (...given: string[]) =>
    spawnSync(process.execPath, ['local/set-up.mjs', ...given], { encoding: 'utf8' });

  test('every command of package.json is known to it, and the other way round', () => {
    const called = Object.values(packageJson.scripts).flatMap(
      script => script.match(/set-up\.mjs (\S+)/)?.[1] ?? [],
    );
    expect(called.sort()).toEqual(Object.keys(commands).sort());
  });

  test('an unknown command fails and lists the known ones', () => {
    const { status, stderr } = run('dance');
    expect(status).toBe(2);
    expect(stderr).toMatch(/unknown command dance[\s\S]*deploy-manifest/);
  });
});
