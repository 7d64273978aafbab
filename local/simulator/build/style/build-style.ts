import type { BuildProblem } from '../app-bundle';
import type { AppFiles } from '../app-files';
import type { BuildCache, FromFiles } from '../build-cache';
import { inlineImports } from './inline-imports';
import { localIconFont } from './local-icon-font';
import { type StyleOwner, transformWxss } from './transform-wxss';

interface Style {
  css: string;
  problems: BuildProblem[];
}

/** CSS with style marks of one WXSS file and its imports; empty where there is none. */
export function buildStyle(
  files: AppFiles,
  cache: BuildCache,
  file: string,
  owner: StyleOwner,
  problems: BuildProblem[],
): string {
  const style = cache.keepByInputs(
    `style ${owner.kind} ${file}`,
    name => files.version(name),
    () => makeStyle(files, file, owner),
  );
  problems.push(...style.problems);
  return style.css;
}

function makeStyle(files: AppFiles, file: string, owner: StyleOwner): FromFiles<Style> {
  const problems: BuildProblem[] = [];
  const seen = new Set<string>();
  const source = inlineImports(files, file, problems, seen);
  const css = transform(source, file, owner, problems);
  return { value: { css, problems }, inputs: [...seen] };
}

function transform(source: string, file: string, owner: StyleOwner, problems: BuildProblem[]): string {
  if (source.trim() === '') return '';
  try {
    return localIconFont(transformWxss(source, owner));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    problems.push({ kind: 'style', file, message, isWarning: false });
    return '';
  }
}
