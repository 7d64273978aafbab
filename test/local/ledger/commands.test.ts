import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openStore } from '../../../local/cloud/store';
import { bundle, root, startEmptyCloud, stopTestClouds, temporaryFolder } from '../cloud/test-cloud';
import { linesOf, sampleLedger } from './sample-ledger';

let programs: { exporter: string; verifier: string };
let folder: string;
let lines: string[];

/** A data folder with the sample ledger in it, as an endpoint leaves it. */
beforeAll(async () => {
  programs = {
    exporter: bundle('local/commands/ledger-export.ts'),
    verifier: bundle('local/commands/ledger-verify.ts'),
  };
  lines = linesOf(await sampleLedger());
  folder = temporaryFolder();
  const store = openStore({ folder, nowMs: () => Date.now() });
  for (const line of lines) {
    const { collection, document } = JSON.parse(line);
    if (!store.hasCollection(collection)) await store.addCollection(collection);
    await store.insert(collection, [document]);
  }
  await store.close();
}, 240_000);
afterAll(stopTestClouds);

function run(program: string, ...given: string[]) {
  const env = { ...process.env, NODE_PATH: path.join(root, 'node_modules') };
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...given], {
    encoding: 'utf8',
    env,
  });
  return { status, stdout, stderr };
}

const fileWith = (text: string): string => {
  const file = path.join(temporaryFolder(), 'ledger.jsonl');
  writeFileSync(file, text);
  return file;
};

test('a data folder is verified as it lies', () => {
  const { status, stdout } = run(programs.verifier, '--data', folder);
  expect(stdout).toContain('3 accounts, 24 entries, 15 trips');
  expect(stdout).toContain(
    'ok     carbon: minted = users free + held − debt + elsewhere: 174 | 174 + 0 − 0 = 174',
  );
  expect(stdout).toContain('The ledger is sound');
  expect(status).toBe(0);
});

test('an export of a folder holds its documents, line by line, and verifies', () => {
  const file = path.join(temporaryFolder(), 'export.jsonl');
  expect(run(programs.exporter, '--data', folder, '--file', file)).toMatchObject({
    status: 0,
    stderr: `wrote ${lines.length} documents to ${file}\n`,
  });
  expect(readdirSync(path.dirname(file))).toEqual(['export.jsonl']);
  expect(readFileSync(file, 'utf8')).toBe(`${lines.join('\n')}\n`);
  expect(run(programs.verifier, '--file', file).status).toBe(0);
});

test('a changed file is not sound, and the entry is named', () => {
  const isThird = (line: string) => line.includes('"_id":"trip:user:b:3","requestHash"');
  const forged = lines
    .map(line => (isThird(line) ? line.replace('"amount":13', '"amount":14') : line))
    .join('\n');
  const { status, stdout } = run(programs.verifier, '--file', fileWith(forged));
  expect(stdout).toMatch(/FAULT {2}user:b entry 3 \(trip:user:b:3\): it was changed/);
  expect(stdout).toContain('NOT sound');
  expect(status).toBe(1);
});

test.each([
  ['nothing to verify', 'verifier', [], 2, /usage/],
  ['two things to verify', 'verifier', ['--data', 'x', '--file', 'y'], 2, /usage/],
  ['an unknown flag', 'verifier', ['--date', 'x'], 2, /usage/],
  ['a file that is not there', 'verifier', ['--file', '/nowhere/x'], 1, /ENOENT/],
  ['a folder that is none', 'verifier', ['--data', '/nowhere/x'], 1, /no data folder/],
  ['nothing to export', 'exporter', [], 2, /usage/],
  [
    'an endpoint that does not answer',
    'exporter',
    ['--url', 'http://127.0.0.1:9'],
    1,
    /ledger:export failed/,
  ],
] as const)('%s is told', (_, program, given, code, message) => {
  const { status, stderr } = run(programs[program], ...given);
  expect(stderr).toMatch(message);
  expect(status).toBe(code);
});

test('a folder that an endpoint uses is refused, and the endpoint exports it instead', async () => {
  const data = temporaryFolder();
  const cloud = await startEmptyCloud(data);
  const { status, stderr } = run(programs.verifier, '--data', data);
  expect(stderr).toContain('另一个进程');
  expect(status).toBe(1);
  // Nothing has been declared there yet, which an endpoint answers with its code.
  const child = spawn(process.execPath, [programs.exporter, '--url', cloud.url], {
    env: { ...process.env, NODE_PATH: path.join(root, 'node_modules') },
  });
  let text = '';
  child.stderr.on('data', chunk => (text += chunk));
  await new Promise(resolve => child.once('close', resolve));
  expect(text).toContain('DATABASE_COLLECTION_NOT_EXIST');
});
