import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startCloud } from '../../../../local/cloud';
import { UsageError } from '../../../../local/demo/command-line/usage-error';
import { DemoFile } from '../../../../local/demo/folder/demo-file';
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

const noPages: MountPages = () => () => undefined;

/** Runs the demo until what it has written is enough. */
async function until(
  isEnough: (written: string) => boolean | Promise<boolean>,
  port: number | null,
  mountPages: MountPages = noPages,
): Promise<string> {
  const stop = new AbortController();
  let written = '';
  const output = {
    write(text: string) {
      written += text;
      void Promise.resolve(isEnough(written)).then(enough => enough && stop.abort());
    },
  };
  await runDemo(root, { port, dataFolder: folder, fresh: false }, output, stop.signal, mountPages);
  return written;
}

const ready = '已就绪，用浏览器打开';

/** Of a folder whose month is there. */
function untilReady(port: number | null, mountPages?: MountPages): Promise<string> {
  if (!DemoFile.exists(folder)) DemoFile.create(folder, '2026-03-01').change({ finished: true });
  return until(written => written.includes(ready), port, mountPages);
}

test('it says where it is ready, remembers the port, and leaves nothing running when it is stopped', async () => {
  const port = await choosePort();
  expect(await untilReady(port)).toContain(`http://127.0.0.1:${port}`);
  expect(JSON.parse(readFileSync(path.join(folder, 'demo.json'), 'utf8'))).toMatchObject({
    port,
    finished: true,
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

test('while the month fills, the port shows how far it is, and neither pages nor an address are given', async () => {
  const port = await choosePort();
  let page = '';
  const written = await until(
    async () => {
      page = await (await fetch(`http://127.0.0.1:${port}/`)).text();
      return true;
    },
    port,
    () => {
      throw new Error('pages before the month is there');
    },
  );
  expect(written).toContain('城市正在醒来');
  expect(written).not.toContain(ready);
  expect(page).toContain('城市正在醒来');
  expect(DemoFile.open(folder).state).toMatchObject({ port, finished: false });
}, 240_000);

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
