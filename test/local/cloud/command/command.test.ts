import { mkdirSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { parseCloudArguments } from '../../../../local/cloud/parse-arguments';
import { startEndpoint } from '../endpoint-process';
import { callAs, resultOf, send } from '../requests';
import { fixtureFunctions, stopTestClouds, temporaryFolder } from '../test-cloud';

afterAll(stopTestClouds);

const start = (...given: string[]) => startEndpoint(['--port', '0', ...given]);

test('says exactly that it is ready, serves functions, and ends cleanly on SIGTERM', async () => {
  const endpoint = start('--data', temporaryFolder(), '--functions', fixtureFunctions);
  const url = await endpoint.url;
  expect(endpoint.output()).toBe(`cloud ready ${url}\n`);
  const { pid } = await resultOf<{ pid: number }>(callAs(url, 'o-ann', 'echo', {}));
  endpoint.child.kill('SIGTERM');
  expect(await endpoint.ended).toEqual({ code: 0, signal: null });
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
});

test('starts alone and empty, in the past if told so', async () => {
  const endpoint = start('--data', temporaryFolder(), '--start-at', '2025-01-01T00:00:00Z');
  const { json } = await send(`${await endpoint.url}/health`);
  const { nowMs } = json as { nowMs: number };
  expect(nowMs - Date.parse('2025-01-01T00:00:00Z')).toBeLessThan(60_000);
  endpoint.child.kill('SIGINT');
  expect((await endpoint.ended).code).toBe(0);
});

test('an idle keep-alive connection does not keep it from ending', async () => {
  const endpoint = start('--data', temporaryFolder());
  const { port } = new URL(await endpoint.url);
  const socket = net.connect(Number(port), '127.0.0.1');
  await new Promise(resolve => socket.once('connect', resolve));
  endpoint.child.kill('SIGTERM');
  expect((await endpoint.ended).code).toBe(0);
  socket.destroy();
});

describe('says what is wrong and exits with 1', () => {
  const failing = async (...given: string[]) => {
    const endpoint = startEndpoint(given);
    const { code } = await endpoint.ended;
    return { code, output: endpoint.output() };
  };

  test('when the port is in use', async () => {
    const server = net.createServer().listen(0, '127.0.0.1');
    await new Promise(resolve => server.once('listening', resolve));
    const { port } = server.address() as net.AddressInfo;
    const { code, output } = await failing('--port', String(port), '--data', temporaryFolder());
    expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining('the port is in use') });
    server.close();
  });

  test('when another endpoint has the data folder', async () => {
    const dataFolder = temporaryFolder();
    const first = start('--data', dataFolder);
    await first.url;
    const { code, output } = await failing('--port', '0', '--data', dataFolder);
    expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining(dataFolder) });
    first.child.kill('SIGTERM');
    await first.ended;
  });

  test('when a flag or a folder is wrong', async () => {
    expect(await failing('--prot', '1')).toMatchObject({
      code: 1,
      output: expect.stringContaining('usage:'),
    });
    const noFunctions = await failing(
      '--port',
      '0',
      '--data',
      temporaryFolder(),
      '--functions',
      `${temporaryFolder()}/missing`,
    );
    expect(noFunctions).toMatchObject({
      code: 1,
      output: expect.stringContaining('missing cannot be read'),
    });
  });
});

describe('arguments', () => {
  test.each([
    ['--port'],
    ['--port', 'x'],
    ['--port', '65536'],
    ['--port', ''],
    ['--port', '1.5'],
    ['extra'],
    ['--start-at', 'soon'],
  ])('%s %s is refused', (...given) => {
    expect(() => parseCloudArguments(given, '/')).toThrow('usage: ');
  });

  test('paths start from the folder it was called in', () => {
    const options = parseCloudArguments(['--data', 'd', '--functions', 'f', '--port', '0'], '/somewhere');
    expect(options).toEqual({ port: 0, dataFolder: '/somewhere/d', functionsFolder: '/somewhere/f' });
  });

  test('the built product is taken when it is there', () => {
    const folder = temporaryFolder();
    expect(parseCloudArguments([], folder)).not.toHaveProperty('functionsFolder');
    mkdirSync(path.join(folder, 'dist/cloudfunctions'), { recursive: true });
    writeFileSync(path.join(folder, 'dist/cloudfunctions/manifest.json'), '{}');
    expect(parseCloudArguments([], folder).functionsFolder).toBe(path.join(folder, 'dist/cloudfunctions'));
  });
});
