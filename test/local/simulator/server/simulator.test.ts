import { writeFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import type { AppBundle } from '../../../../local/simulator/build/app-bundle';
import { type RunningSimulator, startSimulator } from '../../../../local/simulator/server/start-simulator';
import { onePage, removeFolders, writeFolder } from '../temporary-app';

let simulator: RunningSimulator;
let folder: string;
let outside: string;

beforeAll(async () => {
  folder = onePage({ 'a.png': 'picture', 'pages/a/a.js': 'Page({ first: 1 });' });
  outside = path.basename(writeFolder({ 'secret.json': '{}' }));
  simulator = await startSimulator({ appFolder: folder, port: 0 });
});

afterAll(async () => {
  await simulator.stop();
  removeFolders();
});

/** Unlike fetch, sends a path as it is written and any Host. */
function get(
  pathname: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(simulator.url);
  return new Promise((resolve, reject) => {
    const request = http.get({ hostname, port, path: pathname, headers }, answer => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
      );
    });
    request.on('error', reject);
  });
}

async function bundle(): Promise<AppBundle> {
  return JSON.parse((await get('/app/bundle.json')).text) as AppBundle;
}

test('pictures of the app are served', async () => {
  expect(await get('/app/files/a.png')).toEqual({ status: 200, text: 'picture' });
});

test.each([
  ['sources', () => '/app/files/pages/a/a.js', 404],
  ['what lies beside the folder', () => `/app/files/../${outside}/secret.json`, 404],
  ['the same, encoded', () => `/app/files/%2e%2e%2f${outside}%2fsecret.json`, 404],
  ['a path that is not well encoded', () => '/app/files/%ff.png', 400],
  ['another path', () => '/other', 404],
])('%s: not served', async (_, pathname, status) => {
  expect((await get(pathname())).status).toBe(status);
});

test('a foreign Host is refused', async () => {
  expect((await get('/app/', { host: 'evil.example' })).status).toBe(403);
});

test('after a save open pages are told, and the next bundle has the change', async () => {
  expect((await bundle()).modules['pages/a/a.js']?.code).toContain('first: 1');
  const { hostname, port } = new URL(simulator.url);
  const told = new Promise<void>(resolve => {
    http.get({ hostname, port, path: '/app/events' }, answer => {
      answer.on('data', (chunk: Buffer) => {
        if (chunk.toString().includes('event: change')) {
          answer.destroy();
          resolve();
        } else writeFileSync(path.join(folder, 'pages/a/a.js'), 'Page({ second: 22 });');
      });
    });
  });
  await told;
  expect((await bundle()).modules['pages/a/a.js']?.code).toContain('second: 22');
});
