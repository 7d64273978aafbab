import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startOfDayMs } from '../../../../local/demo/beijing-time';
import { openFolder } from '../../../../local/demo/start/open-folder';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'open-folder-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const nowMs = startOfDayMs('2026-03-31') + 1000;
const open = (name: string, fresh = false, atMs = nowMs) =>
  openFolder(path.join(folder, name), { fresh, nowMs: atMs });

test('a new folder begins thirty days ago, and its month ends with yesterday', () => {
  expect(open('new').state).toMatchObject({ startDay: '2026-03-01', stepsDone: 0, finished: false });
});

test('a folder that has a month keeps it, however late it is opened again', () => {
  open('kept').change({ stepsDone: 7, port: 9000 });
  const again = open('kept', false, nowMs + 5 * 86_400_000);
  expect(again.state).toMatchObject({ startDay: '2026-03-01', stepsDone: 7, port: 9000 });
});

test('a fresh start forgets the month', () => {
  open('again').change({ stepsDone: 7, finished: true });
  expect(open('again', true, nowMs + 86_400_000).state).toMatchObject({
    startDay: '2026-03-02',
    stepsDone: 0,
    finished: false,
  });
});

test('a folder with something else in it is not used', () => {
  writeFileSync(path.join(folder, 'letter.txt'), '');
  expect(() => openFolder(folder, { fresh: false, nowMs })).toThrow('--fresh');
});

test('a progress file that is broken is said by name', () => {
  writeFileSync(path.join(folder, 'demo.json'), '{"version":1');
  expect(() => openFolder(folder, { fresh: false, nowMs })).toThrow(path.join(folder, 'demo.json'));
});
