import type { BuildProblem } from '../app-bundle';
import type { AppFiles } from '../app-files';
import { normalisePath, resolveFrom } from '../virtual-path';

const importRule = /@import\s+(?:url\()?\s*["']?([^"');\s]+)["']?\s*\)?\s*;?/g;

/**
 * The text of a WXSS file with everything that it imports in place; a file is taken once, so circles end.
 * @param seen gets every file that was looked at
 */
export function inlineImports(
  files: AppFiles,
  file: string,
  problems: BuildProblem[],
  seen: Set<string>,
): string {
  if (seen.has(file)) return '';
  seen.add(file);
  const text = files.read(file);
  if (text === undefined) return '';
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(importRule, (_, name: string) => {
    const target = findImported(files, file, name);
    if (target === undefined) {
      // It counts as an input, so that the style is made anew when the file comes.
      seen.add(resolveFrom(file, name));
      problems.push({ kind: 'style', file, message: `找不到 @import 的文件：${name}`, isWarning: false });
      return '';
    }
    return inlineImports(files, target, problems, seen);
  });
}

function findImported(files: AppFiles, file: string, name: string): string | undefined {
  const candidates = [resolveFrom(file, name), normalisePath(name), `miniprogram_npm/${name}`];
  return candidates
    .flatMap(path => [path, `${path}.wxss`])
    .find(path => path.endsWith('.wxss') && files.exists(path));
}
