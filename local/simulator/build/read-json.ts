import type { BuildProblem } from './app-bundle';
import type { AppFiles } from './app-files';

/** JSON of the app; DevTools allows comments in it. A file that cannot be read is a problem and counts as empty. */
export function readJson<Shape extends object>(
  files: AppFiles,
  file: string,
  problems: BuildProblem[],
): Shape {
  const text = files.read(file);
  if (text === undefined || text.trim() === '') return {} as Shape;
  try {
    return JSON.parse(withoutComments(text)) as Shape;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    problems.push({ kind: 'config', file, message: `不是合法的 JSON：${message}`, isWarning: false });
    return {} as Shape;
  }
}

/** Strings are matched first, so that `//` in an address survives. */
function withoutComments(text: string): string {
  return text.replace(
    /("(?:[^"\\]|\\.)*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g,
    (_, literal: string | undefined) => literal ?? '',
  );
}
