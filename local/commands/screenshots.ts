/**
 * `npm run screenshots [-- URL]`: the pictures of the documentation, taken of the demo in a real browser and written to
 * docs/screenshots. Without an address it starts a demo of its own, whose month takes minutes, and removes it afterwards.
 *
 * `npm run screenshots -- --accept`: what each page looks like now becomes what the tests compare it with.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runDemo } from '../demo/start/run-demo';
import { takePictures } from '../simulator/screenshots/take-pictures';
import { mountPages } from '../simulator/start/mount-pages';

const root = process.cwd();
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const take = (url: string): Promise<void> =>
  takePictures(url, path.join(root, 'docs/screenshots'), name => say(`docs/screenshots/${name}.png`));

async function withOwnDemo(): Promise<void> {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'screenshots-'));
  const stop = new AbortController();
  let taking: Promise<void> = Promise.resolve();
  try {
    await runDemo(root, { port: null, dataFolder, fresh: false }, process.stdout, stop.signal, pages => {
      taking = take(pages.cloud.url).finally(() => stop.abort());
      // What goes wrong is told below, when the demo has ended.
      taking.catch(() => undefined);
      return mountPages(pages);
    });
    await taking;
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

/** @returns exit code */
async function acceptPictures(): Promise<number> {
  const jest = path.join(root, 'node_modules/jest/bin/jest.js');
  const environment = { ...process.env, ACCEPT_PICTURES: '1' };
  const child = spawn(process.execPath, [jest, 'test/e2e/pictures'], { env: environment, stdio: 'inherit' });
  const [code] = await once(child, 'close');
  say('Look at what changed in test/e2e/pictures/stored before you commit it.');
  return code ?? 1;
}

async function run(argument: string | undefined): Promise<number> {
  if (argument === '--accept') return acceptPictures();
  await (argument === undefined ? withOwnDemo() : take(argument.replace(/\/$/, '')));
  return 0;
}

run(process.argv[2]).then(
  code => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
