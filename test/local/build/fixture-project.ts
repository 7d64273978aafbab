import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const made: string[] = [];

/** A folder of its own with these files, and this project's packages where `withPackages` is set. */
export function fixtureProject(files: Record<string, string>, withPackages = false): string {
  const root = mkdtempSync(path.join(tmpdir(), 'fixture-project-'));
  made.push(root);
  for (const [file, content] of Object.entries(files)) addFile(root, file, content);
  if (withPackages) symlinkSync(path.resolve('node_modules'), path.join(root, 'node_modules'));
  return root;
}

export function addFile(root: string, file: string, content: string): void {
  const target = path.join(root, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, content);
}

export function removeFixtures(): void {
  for (const root of made.splice(0)) rmSync(root, { recursive: true, force: true });
}
