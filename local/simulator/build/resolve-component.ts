import type { AppFiles } from './app-files';
import { foldersAbove, normalisePath, resolveFrom } from './virtual-path';

/** A component is there when its JSON, its template or its script is. */
function isUnit(files: AppFiles, path: string): boolean {
  return ['json', 'wxml', 'js', 'ts'].some(extension => files.exists(`${path}.${extension}`));
}

function asUnit(files: AppFiles, path: string): string | undefined {
  const bare = path.replace(/\.(json|js|wxml)$/, '');
  return [bare, `${bare}/index`].find(candidate => isUnit(files, candidate));
}

/** `~/x` by app.json's resolveAlias, e.g. `{"~/*": "/*"}`. */
export function applyAlias(aliases: Record<string, string>, path: string): string {
  for (const [pattern, target] of Object.entries(aliases)) {
    const prefix = pattern.replace(/\*$/, '');
    if (pattern.endsWith('*') && path.startsWith(prefix))
      return `/${normalisePath(target.replace(/\*$/, '') + path.slice(prefix.length))}`;
    if (pattern === path) return target;
  }
  return path;
}

/**
 * Where a name in `usingComponents` leads: first beside the file that names it, then in npm, then from the root.
 * @returns path without extension, or undefined when there is none
 */
export function resolveComponent(
  files: AppFiles,
  aliases: Record<string, string>,
  from: string,
  name: string,
): string | undefined {
  const target = applyAlias(aliases, name);
  const candidates = [resolveFrom(from, target)];
  if (!/^[./]/.test(target)) {
    for (const folder of foldersAbove(from)) candidates.push(`${folder}/miniprogram_npm/${target}`);
    candidates.push(target);
  }
  for (const candidate of candidates) {
    const found = asUnit(files, normalisePath(candidate));
    if (found !== undefined) return found;
  }
  return undefined;
}
