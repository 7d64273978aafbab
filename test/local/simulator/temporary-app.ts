import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AppBundle } from '../../../local/simulator/build/app-bundle';
import { findAppFolder } from '../../../local/simulator/build/app-folder';
import { buildApp } from '../../../local/simulator/build/build-app';
import { BuildCache } from '../../../local/simulator/build/build-cache';

const folders: string[] = [];

/** A folder with these files; `removeFolders` takes it away again. */
export function writeFolder(files: Record<string, string>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'simulator-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return folder;
}

export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** A mini-program of one page, `pages/a/a`, with whatever else is given. */
export function onePage(files: Record<string, string>): string {
  return writeFolder({
    'app.json': '{ "pages": ["pages/a/a"] }',
    'pages/a/a.wxml': '<view></view>',
    'pages/a/a.js': 'Page({});',
    ...files,
  });
}

export function buildFolder(folder: string): Promise<AppBundle> {
  return buildApp(findAppFolder(folder), new BuildCache());
}
