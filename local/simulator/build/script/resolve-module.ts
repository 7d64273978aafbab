import type { AppFiles } from '../app-files';
import { applyAlias } from '../resolve-component';
import { foldersAbove, normalisePath, resolveFrom } from '../virtual-path';

/** A file of the app, or a plain npm package that becomes one bundled file. */
export type ModuleTarget = { kind: 'file'; id: string } | { kind: 'package'; id: string; specifier: string };

const endings = ['', '.js', '.ts', '.json', '/index.js', '/index.ts'];

/** The existing file that a path without its ending means. */
export function findScript(files: AppFiles, path: string): string | undefined {
  return endings.map(ending => path + ending).find(candidate => files.exists(candidate));
}

/**
 * What `require(specifier)` in a file of the app leads to. Like DevTools it first looks beside the file, even where the
 * specifier has no dot, because older programs write `require('utils/time.js')`.
 */
export function resolveModule(
  files: AppFiles,
  aliases: Record<string, string>,
  from: string,
  specifier: string,
): ModuleTarget | undefined {
  const target = applyAlias(aliases, specifier);
  const near = findScript(files, resolveFrom(from, target));
  if (near !== undefined) return { kind: 'file', id: near };
  if (/^[./]/.test(target)) return undefined;
  return findPackaged(files, from, target) ?? findFromRoot(files, target);
}

function findPackaged(files: AppFiles, from: string, target: string): ModuleTarget | undefined {
  for (const folder of foldersAbove(from)) {
    const id = findScript(files, normalisePath(`${folder}/miniprogram_npm/${target}`));
    if (id !== undefined) return { kind: 'file', id };
  }
  const [first = '', second = ''] = target.split('/');
  const name = first.startsWith('@') ? `${first}/${second}` : first;
  if (files.packages.find(name) === undefined) return undefined;
  return { kind: 'package', id: `miniprogram_npm/${target}.bundle.js`, specifier: target };
}

function findFromRoot(files: AppFiles, target: string): ModuleTarget | undefined {
  const id = findScript(files, normalisePath(target));
  return id === undefined ? undefined : { kind: 'file', id };
}
