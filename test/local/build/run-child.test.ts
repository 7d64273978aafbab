import { spawn } from 'node:child_process';
import path from 'node:path';
import { bundleLocal, bundleName } from '../../../local/build/bundle-local.mjs';
import { runChild } from '../../../local/build/run-child.mjs';
import { addFile, fixtureProject, removeFixtures } from './fixture-project';

afterEach(removeFixtures);

const cwd = process.cwd();

test.each([
  ['process.exit(7)', 7],
  ['process.kill(process.pid, "SIGKILL")', 137],
  ['process.exit(process.env.MARK === "set" ? 0 : 1)', 0],
])('%s ends with %i', async (program, expected) => {
  const { code } = await runChild(process.execPath, ['-e', program], { cwd, environment: { MARK: 'set' } });
  expect(code).toBe(expected);
});

test('a program that does not exist ends with 127', async () => {
  expect((await runChild('no-such-program-anywhere', [], { cwd })).code).toBe(127);
});

test('a signal to the door reaches the program, whose exit code comes back', async () => {
  const program =
    'process.on("SIGTERM", () => process.exit(5)); setInterval(() => {}, 1000); console.log("ready")';
  const door = `import(${JSON.stringify(path.resolve('local/build/run-child.mjs'))}).then(async ({ runChild }) => {
    const { code, interrupted } = await runChild(process.execPath, ['-e', ${JSON.stringify(program)}], { cwd: '.' });
    process.exit(interrupted ? code : 1);
  })`;
  const child = spawn(process.execPath, ['-e', door], { stdio: ['ignore', 'pipe', 'inherit'] });
  child.stdout.once('data', () => child.kill('SIGTERM'));
  expect(await new Promise(resolve => child.once('exit', resolve))).toBe(5);
});

describe('bundling local programs', () => {
  const files = {
    'package-lock.json': '{}',
    'local/room/main.ts': 'import { word } from "./word"; process.exit(word.length);',
    'local/room/word.ts': 'export const word: string = "four";',
  };

  test('a main.ts takes the name of its folder, any other file its own', () => {
    expect(bundleName('local/cloud/main.ts')).toBe('cloud');
    expect(bundleName('local/commands/start.ts')).toBe('start');
  });

  test('a bundle runs, is made anew when a source changes, and a broken source fails', async () => {
    const root = fixtureProject(files);
    const entry = 'local/room/main.ts';
    const runBundle = async () =>
      (await runChild(process.execPath, ['dist/local/room.js'], { cwd: root })).code;

    expect(await bundleLocal(root, [entry])).toBe(0);
    expect(await runBundle()).toBe(4);
    addFile(root, 'local/room/word.ts', 'export const word: string = "seven77";');
    expect(await bundleLocal(root, [entry])).toBe(0);
    expect(await runBundle()).toBe(7);
    addFile(root, 'local/room/word.ts', 'export const word: = ;');
    expect(await bundleLocal(root, [entry])).toBe(1);
  });
});
