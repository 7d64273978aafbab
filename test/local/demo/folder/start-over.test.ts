import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { lockFolder } from '../../../../local/cloud/store/folder-lock';
import { startOver } from '../../../../local/demo/folder/start-over';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'start-over-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (...names: string[]): void => {
  for (const name of names) writeFileSync(path.join(folder, name), '');
};

test('a data folder is emptied', () => {
  put(
    'demo.json',
    'clock.json',
    'documents.db',
    'documents.db-wal',
    'environment.json',
    'calls.log',
    'storage.key',
  );
  mkdirSync(path.join(folder, 'files'));
  startOver(folder);
  expect(readdirSync(folder).filter(name => !name.startsWith('lock.db'))).toEqual([]);
});

test.each([
  ['something else beside our files', ['demo.json', 'letter.txt']],
  ['only names that any program may use', ['environment.json', 'clock.json']],
  ['a project', ['package.json', 'demo.json']],
])('a folder with %s is left alone', (_, names) => {
  put(...names);
  expect(() => startOver(folder)).toThrow('没有删除任何文件');
  expect(readdirSync(folder).sort()).toEqual([...names].sort());
});

test('a folder in use is left alone', () => {
  put('demo.json');
  const lock = lockFolder(folder);
  try {
    expect(() => startOver(folder)).toThrow('正被另一个进程使用');
    expect(existsSync(path.join(folder, 'demo.json'))).toBe(true);
  } finally {
    lock.release();
  }
});

test('a folder that there is not, or an empty one, needs nothing', () => {
  startOver(path.join(folder, 'none'));
  startOver(folder);
  expect(readdirSync(folder)).toEqual([]);
});
