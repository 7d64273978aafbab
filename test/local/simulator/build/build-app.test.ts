import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { AppFiles } from '../../../../local/simulator/build/app-files';
import { findAppFolder, NoAppError } from '../../../../local/simulator/build/app-folder';
import { buildFolder, onePage, removeFolders, writeFolder } from '../temporary-app';

afterEach(removeFolders);

function components(uses: Record<string, string>): string {
  return JSON.stringify({ usingComponents: uses });
}

const button = { 'button/index.json': '{ "component": true }', 'button/index.wxml': '<slot/>' };

function under(folder: string, files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]));
}

test('the folder may be the project, whose configuration says where the mini-program is', () => {
  const folder = writeFolder({
    'project.config.json': '{ "miniprogramRoot": "mini/", "appid": "wx1" }',
    'mini/app.json': '{}',
  });
  expect(findAppFolder(folder)).toMatchObject({ root: path.join(folder, 'mini'), appId: 'wx1' });
});

test('a folder without a mini-program is refused by name', () => {
  expect(() => findAppFolder(writeFolder({}))).toThrow(NoAppError);
});

test('JSON may have comments, and an address in it is none', async () => {
  const { config, problems } = await buildFolder(
    onePage({
      'app.json': '{ "pages": ["pages/a/a"], // first\n "window": { "navigationBarTitleText": "http://x" } }',
    }),
  );
  expect({ title: config.window?.navigationBarTitleText, problems }).toEqual({
    title: 'http://x',
    problems: [],
  });
});

test('pages of subpackages are pages, in both spellings', async () => {
  const folder = onePage({
    'app.json': '{ "pages": ["pages/a/a"], "subPackages": [{ "root": "sub/", "pages": ["b/b"] }] }',
    'sub/b/b.wxml': '',
  });
  expect((await buildFolder(folder)).pages).toEqual(['pages/a/a', 'sub/b/b']);
});

describe('components are found', () => {
  test.each<[string, string, Record<string, string>, string]>([
    ['beside the page', './part', { 'pages/a/part.wxml': '' }, 'pages/a/part'],
    ['from the root', '/parts/x', { 'parts/x.wxml': '' }, 'parts/x'],
    ['in a folder by its index', '/button', button, 'button/index'],
    [
      'in the package’s folder of its own',
      'kit/button/index',
      under('miniprogram_npm/kit', button),
      'miniprogram_npm/kit/button/index',
    ],
    [
      'in node_modules through the miniprogram field',
      '@who/kit/button/index',
      {
        'node_modules/@who/kit/package.json': '{ "miniprogram": "lib" }',
        ...under('node_modules/@who/kit/lib', button),
      },
      'miniprogram_npm/@who/kit/button/index',
    ],
  ])('%s', async (_, name, files, expected) => {
    const { units, problems } = await buildFolder(
      onePage({ 'pages/a/a.json': components({ x: name }), ...files }),
    );
    expect(units['pages/a/a']?.uses).toEqual({ x: expected });
    expect(units[expected]).toBeDefined();
    expect(problems).toEqual([]);
  });
});

test('a component that is missing is named, and the page is built all the same', async () => {
  const { units, problems } = await buildFolder(
    onePage({ 'pages/a/a.json': components({ gone: './gone' }) }),
  );
  expect(units['pages/a/a']).toMatchObject({ missing: { gone: './gone' }, hasTemplate: true });
  expect(problems).toEqual([
    expect.objectContaining({
      kind: 'component',
      file: 'pages/a/a.json',
      message: expect.stringContaining('<gone>'),
    }),
  ]);
});

describe('modules', () => {
  test('only what is required is packed, each file by itself', async () => {
    const { modules } = await buildFolder(
      onePage({
        'pages/a/a.js': 'import { one } from "../../lib/one"; Page({ one });',
        'lib/one.ts': 'export const one: number = 1;',
        'lib/two.js': 'exports.two = 2;',
      }),
    );
    expect(Object.keys(modules).sort()).toEqual(['lib/one.ts', 'pages/a/a.js']);
    expect(modules['pages/a/a.js']?.requires).toEqual({ '../../lib/one': 'lib/one.ts' });
    expect(modules['lib/one.ts']?.code).not.toContain(': number');
  });

  test('a plain npm package becomes one file', async () => {
    const { modules } = await buildFolder(
      onePage({
        'pages/a/a.js': 'const plain = require("plain"); Page({ plain });',
        'node_modules/plain/package.json': '{ "main": "main.js" }',
        'node_modules/plain/main.js': 'exports.answer = require("./part");',
        'node_modules/plain/part.js': 'module.exports = 42;',
      }),
    );
    expect(modules['pages/a/a.js']?.requires).toEqual({ plain: 'miniprogram_npm/plain.bundle.js' });
    const module = { exports: {} };
    new Function('module', modules['miniprogram_npm/plain.bundle.js']?.code ?? '')(module);
    expect(module.exports).toEqual({ answer: 42 });
  });

  test('aliases of app.json lead to their folder', async () => {
    const { modules } = await buildFolder(
      onePage({
        'app.json': '{ "pages": ["pages/a/a"], "resolveAlias": { "~/*": "/*" } }',
        'pages/a/a.js': 'Page(require("~/lib/one"));',
        'lib/one.js': '',
      }),
    );
    expect(modules['pages/a/a.js']?.requires).toEqual({ '~/lib/one': 'lib/one.js' });
  });

  test('a file that does not compile is a problem with its line, and fails only when it is run', async () => {
    const { modules, problems } = await buildFolder(onePage({ 'pages/a/a.js': '\nPage({' }));
    expect(problems).toEqual([
      expect.objectContaining({
        kind: 'script',
        file: 'pages/a/a.js',
        message: expect.stringContaining('第 2 行'),
      }),
    ]);
    expect(() => new Function(modules['pages/a/a.js']?.code ?? '')()).toThrow('pages/a/a.js');
  });
});

test('styles carry what they import, once, and say what is missing', async () => {
  const { appStyle, problems } = await buildFolder(
    onePage({
      'app.wxss': '@import "./one.wxss"; @import "gone.wxss"; .a { top: 0 }',
      'one.wxss': '@import "one.wxss"; .one { top: 0 }',
    }),
  );
  expect(appStyle.match(/top: 0/g)).toHaveLength(2);
  expect(problems).toEqual([
    expect.objectContaining({ kind: 'style', message: expect.stringContaining('gone.wxss') }),
  ]);
});

test('the remote icon font of Vant is replaced by a local one', async () => {
  const font =
    "@font-face{font-family:vant-icon;src:url(https://at.alicdn.com/t/font_1.woff2?t=1) format('woff2'),url(//at.alicdn.com/t/font_1.woff) format('woff')}";
  const { appStyle } = await buildFolder(onePage({ 'app.wxss': font }));
  expect(appStyle).not.toContain('alicdn');
  expect(appStyle).toContain('data:font/woff2');
});

test('nothing outside of the folder can be read, by dots or by a link', () => {
  const outside = writeFolder({ 'secret.json': '{}' });
  const folder = onePage({});
  symlinkSync(outside, path.join(folder, 'link'));
  const files = new AppFiles(findAppFolder(folder));
  expect(files.locate('app.json')).toBeDefined();
  expect(files.locate('link/secret.json')).toBeUndefined();
  expect(files.locate(`../${path.basename(outside)}/secret.json`)).toBeUndefined();
});
