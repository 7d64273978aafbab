/**
 * `npm run screenshots [-- URL]`: the pictures of the documentation, taken of the demo in a real browser and written to
 * docs/screenshots. Without an address it starts a demo of its own, whose month takes minutes, and removes it afterwards.
 */
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

const [address] = process.argv.slice(2);
const taken = address === undefined ? withOwnDemo() : take(address.replace(/\/$/, ''));
taken.then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
