import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildProduct } from '../../../../local/build/product/build-product';
import { fixtureProject, removeFixtures } from '../fixture-project';
import { goodProduct } from './good-product';

afterAll(removeFixtures);

describe('a product with one function on the real SDK', () => {
  let root = '';
  const output = () => path.join(root, 'dist/cloudfunctions');
  const text = (file: string) => readFileSync(path.join(output(), file), 'utf8');

  beforeAll(async () => {
    root = fixtureProject(goodProduct, true);
    await buildProduct(root);
  });

  test('the manifest is sorted and complete', () => {
    expect(JSON.parse(text('manifest.json'))).toEqual({
      manifestVersion: 1,
      messageTemplates: [],
      environment: [{ name: 'EVIDENCE_KEY', generate: 'hex32' }],
      functions: [
        {
          name: 'hello',
          timeoutSeconds: 20,
          memoryMegabytes: 256,
          environment: ['EVIDENCE_KEY'],
          http: { path: '/hello' },
          timer: { name: 'every-minute', cron: '0 * * * * * *' },
          openapi: ['security.msgSecCheck'],
        },
      ],
      collections: [
        {
          name: 'apples',
          rule: { read: false, write: false },
          indexes: [],
          seed: [{ _id: 'red', grams: 150 }],
        },
        {
          name: 'pears',
          rule: { read: false, write: false },
          indexes: [{ name: 'by_owner', unique: true, fields: [{ field: 'owner', direction: 1 }] }],
        },
      ],
    });
  });

  test('each function gets its permissions, its timer and a package without dependencies', () => {
    expect(JSON.parse(text('hello/config.json'))).toEqual({
      permissions: { openapi: ['security.msgSecCheck'] },
      triggers: [{ name: 'every-minute', type: 'timer', config: '0 * * * * * *' }],
    });
    expect(JSON.parse(text('hello/package.json'))).toEqual({
      name: 'hello',
      version: '1.0.0',
      main: 'index.js',
    });
  });

  test('the bundle runs alone in an empty folder, and says why a part of the SDK is not in it', () => {
    const alone = mkdtempSync(path.join(tmpdir(), 'alone-'));
    cpSync(path.join(output(), 'hello/index.js'), path.join(alone, 'index.js'));
    const program = 'require("./index.js").main({}).then(answer => console.log(JSON.stringify(answer)))';
    const environment = {
      PATH: process.env.PATH,
      TCB_ENV: 'environment',
      WX_CONTEXT_KEYS: 'WX_OPENID',
      WX_OPENID: 'rider',
    };
    const answer = execFileSync(process.execPath, ['-e', program], {
      cwd: alone,
      env: environment,
      encoding: 'utf8',
    });
    rmSync(alone, { recursive: true });
    expect(JSON.parse(answer)).toEqual({
      openid: 'rider',
      ai: expect.stringContaining('docs/decisions/2026-11-22-leave-parts-of-the-sdk-out.md'),
    });
  });

  test('equal sources give equal bytes, and are not built twice', async () => {
    const other = fixtureProject(goodProduct, true);
    expect(await buildProduct(other)).toHaveLength(1);
    for (const file of readdirSync(output(), { recursive: true, encoding: 'utf8' })) {
      if (!file.includes('.')) continue;
      expect(readFileSync(path.join(other, 'dist/cloudfunctions', file), 'utf8')).toBe(text(file));
    }
    expect(await buildProduct(other)).toBeUndefined();
  });
});

test('a function that is gone from the sources is gone from the output', async () => {
  const root = fixtureProject({
    ...goodProduct,
    'cloudfunctions/functions/hello/index.ts': 'export const main = 1;',
  });
  await buildProduct(root);
  rmSync(path.join(root, 'cloudfunctions/functions/hello'), { recursive: true });
  await buildProduct(root);
  expect(existsSync(path.join(root, 'dist/cloudfunctions/hello'))).toBe(false);
  expect(
    JSON.parse(readFileSync(path.join(root, 'dist/cloudfunctions/manifest.json'), 'utf8')).functions,
  ).toEqual([]);
});

test('a project without functions and collections builds an empty manifest', async () => {
  const root = fixtureProject({ 'package-lock.json': '{}' });
  expect(await buildProduct(root)).toEqual([]);
  expect(JSON.parse(readFileSync(path.join(root, 'dist/cloudfunctions/manifest.json'), 'utf8'))).toEqual({
    manifestVersion: 1,
    messageTemplates: [],
    environment: [],
    functions: [],
    collections: [],
  });
});
