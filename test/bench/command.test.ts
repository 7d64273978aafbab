import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { benches } from './registry';
import type { Row } from './report/row';

const root = process.cwd();
const folder = mkdtempSync(path.join(os.tmpdir(), 'bench-test-'));
const environment = { ...process.env, TMPDIR: folder };
const run = (program: string[]) =>
  execFileSync(process.execPath, program, { cwd: root, env: environment, encoding: 'utf8', stdio: 'pipe' });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('runs every bench once and writes a row for each measurement', () => {
  const file = path.join(folder, 'rows.json');
  run(['test/bench/build-bench.mjs']);
  const output = run(['dist/local/bench.js', '--quick', '--json', file]);
  const rows = JSON.parse(readFileSync(file, 'utf8')) as Row[];
  const names = rows.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(new Set(names.map(name => name.split('/')[0]))).toEqual(new Set(benches.map(({ name }) => name)));
  for (const row of rows) {
    expect(row).toEqual({
      name: expect.any(String),
      value: expect.any(Number),
      unit: expect.stringMatching(/./),
      goal: row.goal === null ? null : expect.any(Number),
      pass: row.goal === null ? null : expect.any(Boolean),
    });
    expect(output).toContain(row.name);
  }
  // Nothing is left behind but the file that was asked for.
  expect(readdirSync(folder)).toEqual(['rows.json']);
}, 900_000);
