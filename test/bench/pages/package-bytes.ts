import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { AppFiles } from '../../../local/simulator/build/app-files';
import { findAppFolder } from '../../../local/simulator/build/app-folder';
import { buildApp } from '../../../local/simulator/build/build-app';
import { BuildCache } from '../../../local/simulator/build/build-cache';

/** What is no subpackage's. */
export const MAIN_PACKAGE = 'main';

/**
 * Bytes of each package of a mini-program as it is uploaded: scripts compiled file by file but not minified, so that it
 * is rather too much, npm packages as far as something needs them, and everything else as it lies there.
 */
export async function packageBytes(folder: string): Promise<Map<string, number>> {
  const app = findAppFolder(folder);
  const { config, modules, units } = await buildApp(app, new BuildCache());
  const roots = (config.subpackages ?? []).map(({ root }) => root.replace(/\/$/, ''));
  const bytes = new Map([MAIN_PACKAGE, ...roots].map(name => [name, 0]));
  const count = (file: string, size: number): void => {
    const name = roots.find(root => file.startsWith(`${root}/`)) ?? MAIN_PACKAGE;
    bytes.set(name, (bytes.get(name) ?? 0) + size);
  };
  for (const [id, { code }] of Object.entries(modules)) count(id, Buffer.byteLength(withoutSourceMap(code)));
  for (const file of filesBesideScripts(app.root)) count(file, statSync(path.join(app.root, file)).size);
  for (const [file, size] of packagedParts(new AppFiles(app), Object.keys(units))) count(file, size);
  return bytes;
}

/** Source maps are uploaded, but not to phones. */
const withoutSourceMap = (code: string): string => code.replace(/\n\/\/# sourceMappingURL=\S*\s*$/, '');

function filesBesideScripts(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !/\.(?:ts|js)$/.test(entry.name))
    .map(entry => path.relative(root, path.join(entry.parentPath, entry.name)));
}

/** Templates, styles and settings of the components that come from npm; they do not lie in the folder. */
function packagedParts(files: AppFiles, units: string[]): [file: string, size: number][] {
  const parts = units
    .filter(unit => unit.startsWith('miniprogram_npm/'))
    .flatMap(unit => ['wxml', 'wxss', 'json'].map(ending => `${unit}.${ending}`));
  return parts.flatMap(file => {
    const absolute = files.locate(file);
    return absolute === undefined ? [] : [[file, statSync(absolute).size] as [string, number]];
  });
}
