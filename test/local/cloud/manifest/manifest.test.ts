import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startCloud } from '../../../../local/cloud';
import { loadManifest } from '../../../../local/cloud/manifest/load-manifest';
import { realDatabase } from '../real-sdk';
import { postJson } from '../requests';
import {
  fixtureFunctions,
  functionProgram,
  startEmptyCloud,
  startTestCloud,
  stopTestClouds,
  temporaryFolder,
} from '../test-cloud';

afterAll(stopTestClouds);

function folderWith(manifest: unknown, functions: string[] = []): string {
  const folder = temporaryFolder();
  writeFileSync(
    path.join(folder, 'manifest.json'),
    typeof manifest === 'string' ? manifest : JSON.stringify(manifest),
  );
  for (const name of functions) {
    mkdirSync(path.join(folder, name));
    writeFileSync(path.join(folder, name, 'index.js'), 'exports.main = () => 1;');
  }
  return folder;
}

const empty = { manifestVersion: 1, environment: [], functions: [], collections: [] };
const unit = { name: 'f', timeoutSeconds: 5, memoryMegabytes: 128, environment: [] };
const collection = { name: 'c', rule: { read: false, write: false }, indexes: [] };

test.each([
  ['no JSON', '{', 'cannot be read'],
  ['another version', { ...empty, manifestVersion: 2 }, 'manifestVersion'],
  ['an unknown field', { ...empty, functions: [{ ...unit, runtime: 'x' }] }, 'runtime'],
  [
    'a function that takes too long',
    { ...empty, functions: [{ ...unit, timeoutSeconds: 61 }] },
    'timeoutSeconds',
  ],
  [
    'a function without code',
    { ...empty, functions: [{ ...unit, name: 'g' }] },
    'function g has no index.js',
  ],
  ['a function twice', { ...empty, functions: [unit, unit] }, 'function f is declared twice'],
  [
    'an undeclared variable',
    { ...empty, functions: [{ ...unit, environment: ['SECRET'] }] },
    'SECRET is not declared',
  ],
  [
    'a variable of the platform',
    { ...empty, environment: [{ name: 'WX_OPENID', value: 'x' }] },
    'WX_OPENID belongs to the platform',
  ],
  [
    'options for Node',
    { ...empty, environment: [{ name: 'NODE_OPTIONS', value: 'x' }] },
    'NODE_OPTIONS belongs to the platform',
  ],
  [
    'a wrong cron',
    { ...empty, functions: [{ ...unit, timer: { name: 't', cron: '0 99 * * * * *' } }] },
    'the cron "0 99',
  ],
  [
    'a collection that clients may read',
    { ...empty, collections: [{ ...collection, rule: { read: true, write: false } }] },
    'rule',
  ],
  [
    'a collection twice',
    { ...empty, collections: [collection, collection] },
    'collection c is declared twice',
  ],
])('%s is refused with the reason', (_name, manifest, reason) => {
  const folder = folderWith(manifest, ['f']);
  expect(() => loadManifest(folder)).toThrow(reason);
  expect(() => loadManifest(folder)).toThrow(path.join(folder, 'manifest.json'));
});

test('a folder without a manifest is taken as DevTools takes it: by its subfolders and their config.json', () => {
  const folder = temporaryFolder();
  for (const name of ['hello', 'tick']) {
    mkdirSync(path.join(folder, name));
    writeFileSync(path.join(folder, name, 'index.js'), 'exports.main = () => 1;');
  }
  mkdirSync(path.join(folder, 'notes'));
  const triggers = [{ name: 'often', type: 'timer', config: '0 */5 * * * * *' }];
  const permissions = { openapi: ['security.msgSecCheck'] };
  writeFileSync(path.join(folder, 'tick', 'config.json'), JSON.stringify({ permissions, triggers }));
  expect(loadManifest(folder).functions).toEqual([
    expect.objectContaining({ name: 'hello', http: { path: '/hello' }, openapi: [] }),
    expect.objectContaining({
      name: 'tick',
      timer: { name: 'often', cron: '0 */5 * * * * *' },
      openapi: ['security.msgSecCheck'],
    }),
  ]);
});

test('a missing folder stops the start and leaves the data folder free', async () => {
  const dataFolder = temporaryFolder();
  const options = { port: 0, dataFolder, functionProgram: functionProgram() };
  const missing = path.join(temporaryFolder(), 'missing');
  await expect(startCloud({ ...options, functionsFolder: missing })).rejects.toThrow('cannot be read');
  await expect(
    startCloud({
      ...options,
      functionsFolder: folderWith({ ...empty, functions: [{ ...unit, http: { path: '/admin' } }] }, ['f']),
    }),
  ).rejects.toThrow('/admin');
  const cloud = await startTestCloud({ dataFolder });
  expect(cloud.url).toContain('127.0.0.1');
});

test('collections, indexes and seeds are there from the start; an edited seed stays edited', async () => {
  const dataFolder = temporaryFolder();
  const first = await startTestCloud({ dataFolder });
  const db = realDatabase(first);
  const bank = await db.collection('accounts').doc('bank').get();
  expect(bank.data).toEqual({
    _id: 'bank',
    owner: 'bank',
    balance: 1000,
    opened: new Date('2026-01-01T00:00:00Z'),
  });
  await db
    .collection('accounts')
    .doc('bank')
    .update({ data: { balance: 1 } });
  await expect(db.collection('accounts').add({ data: { owner: 'bank' } })).rejects.toThrow('E11000');
  await first.stop();
  const second = await startTestCloud({ dataFolder });
  const again = await realDatabase(second).collection('accounts').doc('bank').get();
  expect(again.data).toMatchObject({ balance: 1 });
});

test('values of environment.json may be edited; a broken file stops the start', async () => {
  const dataFolder = temporaryFolder();
  const file = path.join(dataFolder, 'environment.json');
  writeFileSync(file, JSON.stringify({ GRANTED_VALUE: 'edited', UNKNOWN: 'kept' }));
  await (await startTestCloud({ dataFolder })).stop();
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ GRANTED_VALUE: 'edited', UNKNOWN: 'kept' });
  writeFileSync(file, '{"A": 1}');
  await expect(startTestCloud({ dataFolder })).rejects.toThrow('environment.json must be a JSON object');
});

test('a reload with a wrong manifest changes nothing', async () => {
  const functionsFolder = path.join(temporaryFolder(), 'functions');
  cpSync(fixtureFunctions, functionsFolder, { recursive: true });
  const cloud = await startTestCloud({ functionsFolder });
  writeFileSync(path.join(functionsFolder, 'manifest.json'), '{');
  await expect(cloud.reload()).rejects.toThrow('cannot be read');
  const reply = await postJson(`${cloud.url}/call/echo`, {}, { 'x-wx-openid': 'o-ann' });
  expect(reply.json).toHaveProperty('result');
});

describe('POST /indexes', () => {
  const declare = async (body: object) => {
    const cloud = await startEmptyCloud();
    return postJson(`${cloud.url}/indexes`, body);
  };
  const index = { name: 'i', unique: false, fields: [{ field: 'a', direction: 1 }] };

  test('declares indexes and answers with all of the collection', async () => {
    expect(await declare({ collection: 'c', indexes: [index] })).toMatchObject({
      status: 200,
      json: { indexes: [index] },
    });
  });
  test.each([
    ['no collection', { indexes: [index] }],
    [
      'a direction that is none',
      { collection: 'c', indexes: [{ ...index, fields: [{ field: 'a', direction: 2 }] }] },
    ],
    [
      'more than 20',
      { collection: 'c', indexes: Array.from({ length: 21 }, (_, n) => ({ ...index, name: `i${n}` })) },
    ],
  ])('refuses %s', async (_name, body) => {
    expect((await declare(body)).status).toBe(400);
  });
});
