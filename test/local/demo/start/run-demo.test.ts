import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startCloud } from '../../../../local/cloud';
import { UsageError } from '../../../../local/demo/command-line/usage-error';
import { choosePort } from '../../../../local/demo/start/choose-port';
import type { MountPages } from '../../../../local/demo/start/pages';
import { runDemo } from '../../../../local/demo/start/run-demo';

const root = process.cwd();
let folder: string;
beforeAll(() => {
  execFileSync(process.execPath, ['local/set-up.mjs', 'build'], { cwd: root, stdio: 'pipe' });
}, 120_000);
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'run-demo-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the demo until it has written that it is ready. */
async function untilReady(
  port: number | null,
  mountPages: MountPages = () => () => undefined,
): Promise<string> {
  const stop = new AbortController();
  let written = '';
  const output = {
    write(text: string) {
      written += text;
      stop.abort();
    },
  };
  await runDemo(root, { port, dataFolder: folder, fresh: false }, output, stop.signal, mountPages);
  return written;
}

test('it says where it is ready, remembers the port, and leaves nothing running when it is stopped', async () => {
  const port = await choosePort();
  expect(await untilReady(port)).toContain(`http://127.0.0.1:${port}`);
  expect(JSON.parse(readFileSync(path.join(folder, 'demo.json'), 'utf8'))).toMatchObject({
    port,
    finished: false,
  });
  // The port and the folder are free again.
  expect(await untilReady(port)).toContain(`http://127.0.0.1:${port}`);
});

test('pages are put on the port before it is said to be ready, and ended with the demo', async () => {
  const told: string[] = [];
  await untilReady(null, ({ cloud, city }) => {
    told.push(`${cloud.url.slice(0, 17)} ${city.riders.length > 0}`);
    return () => told.push('ended');
  });
  expect(told).toEqual(['http://127.0.0.1: true', 'ended']);
});

test('a port that is taken is said, with what to do', async () => {
  const other = net.createServer().listen(0, '127.0.0.1');
  await new Promise(resolve => other.once('listening', resolve));
  const { port } = other.address() as net.AddressInfo;
  try {
    const run = untilReady(port);
    await expect(run).rejects.toThrow(UsageError);
    await expect(run).rejects.toThrow(`端口 ${port} 已被占用`);
  } finally {
    other.close();
  }
});

test('a folder in use is said', async () => {
  await untilReady(null);
  const cloud = await startCloud({ port: 0, dataFolder: folder });
  try {
    await expect(untilReady(null)).rejects.toThrow('正被另一个进程使用');
  } finally {
    await cloud.stop();
  }
});
