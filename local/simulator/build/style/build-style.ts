import type { BuildProblem } from '../app-bundle';
import type { AppFiles } from '../app-files';
import { inlineImports } from './inline-imports';
import { localIconFont } from './local-icon-font';
import { type StyleOwner, transformWxss } from './transform-wxss';

/** CSS with style marks of one WXSS file and its imports; empty where there is none. */
export function buildStyle(
  files: AppFiles,
  file: string,
  owner: StyleOwner,
  problems: BuildProblem[],
): string {
  const source = inlineImports(files, file, problems);
  if (source.trim() === '') return '';
  try {
    return localIconFont(transformWxss(source, owner));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    problems.push({ kind: 'style', file, message, isWarning: false });
    return '';
  }
}
