import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { packageBytes } from './package-bytes';

const folder = mkdtempSync(path.join(os.tmpdir(), 'packages-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const files: Record<string, string> = {
  'app.json': '{"pages":["a/a"],"subPackages":[{"root":"more/","pages":["b/b"]}]}',
  'a/a.wxml': '<view/>',
  'a/a.js': "require('./used');",
  'a/used.js': 'module.exports = 1;',
  'a/unused.js': 'module.exports = 2;',
  'picture.png': 'x'.repeat(5000),
  'more/b/b.wxml': '<view>b</view>',
  'more/b/b.js': 'Page({});',
  'more/b/b.wxss': `.b { content: '${'y'.repeat(3000)}'; }`,
};

test('each file counts for the package it lies in, scripts only as far as something needs them', async () => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  const before = await packageBytes(folder);
  expect([...before.keys()]).toEqual(['main', 'more']);
  expect(before.get('main')).toBeGreaterThan(5000);
  expect(before.get('main')).toBeLessThan(5500);
  expect(before.get('more')).toBeGreaterThan(3000);
  expect(before.get('more')).toBeLessThan(3500);

  const comment = '/* nobody needs this */';
  writeFileSync(path.join(folder, 'a/unused.js'), comment);
  expect(await packageBytes(folder)).toEqual(before);
  writeFileSync(path.join(folder, 'a/used.js'), `exports.words = '${'z'.repeat(700)}';`);
  const after = await packageBytes(folder);
  expect((after.get('main') ?? 0) - (before.get('main') ?? 0)).toBeGreaterThan(600);
});
