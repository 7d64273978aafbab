import { TmplGroup } from 'glass-easel-template-compiler';
import type { BuildProblem } from '../app-bundle';
import type { AppFiles } from '../app-files';
import type { BuildCache, FromFiles } from '../build-cache';
import { resolveFrom } from '../virtual-path';
import { templateProblem } from './template-problem';
import { transformWxs } from './transform-wxs';

/** Defines what WXS has besides JavaScript's own; the functions themselves come from the runtime. */
const wxsGlobals = 'var getRegExp=__wxs.getRegExp,getDate=__wxs.getDate;';

interface Compilation {
  files: AppFiles;
  group: TmplGroup;
  problems: BuildProblem[];
  /** Files that were looked at. */
  done: Set<string>;
}

/**
 * Compiles the templates of all units with what they import, include and require.
 * @param paths without extension
 * @returns a JavaScript expression; its value maps each path to a generated template
 */
export function compileTemplates(
  files: AppFiles,
  cache: BuildCache,
  paths: string[],
  problems: BuildProblem[],
): string {
  const compiled = cache.keepByInputs(
    `templates ${paths.join(' ')}`,
    name => files.version(name),
    () => compileGroup(files, paths),
  );
  problems.push(...compiled.problems);
  return compiled.code;
}

function compileGroup(
  files: AppFiles,
  paths: string[],
): FromFiles<{ code: string; problems: BuildProblem[] }> {
  const compilation: Compilation = { files, group: new TmplGroup(), problems: [], done: new Set() };
  const { group, problems, done } = compilation;
  try {
    for (const path of paths) addTemplate(compilation, path);
    group.setExtraRuntimeScript(wxsGlobals);
    return { value: { code: group.getTmplGenObjectGroups(), problems }, inputs: [...done] };
  } finally {
    group.free();
  }
}

function addTemplate(compilation: Compilation, path: string): void {
  const { files, group, problems, done } = compilation;
  const file = `${path}.wxml`;
  if (done.has(file)) return;
  done.add(file);
  const source = files.read(file);
  if (source === undefined) {
    problems.push({ kind: 'template', file, message: '模板文件不存在', isWarning: false });
    group.addTmpl(path, '');
    return;
  }
  for (const warning of group.addTmpl(path, source)) problems.push(templateProblem(path, warning));
  for (const name of group.getInlineScriptModuleNames(path) as string[])
    group.setInlineScript(path, name, transformWxs(group.getInlineScript(path, name)));
  for (const imported of group.getDirectDependencies(path) as string[]) addTemplate(compilation, imported);
  for (const script of group.getScriptDependencies(path) as string[]) addScript(compilation, script);
  for (const name of group.getInlineScriptModuleNames(path) as string[])
    addRequired(compilation, path, group.getInlineScript(path, name));
}

function addScript(compilation: Compilation, path: string): void {
  const { files, group, problems, done } = compilation;
  const key = `${path}.wxs`;
  if (done.has(key)) return;
  done.add(key);
  const source = files.read(key);
  if (source === undefined)
    problems.push({ kind: 'template', file: key, message: 'WXS 文件不存在', isWarning: false });
  const code = transformWxs(source ?? '');
  group.addScript(path, code);
  addRequired(compilation, path, code);
}

function addRequired(compilation: Compilation, path: string, code: string): void {
  for (const match of code.matchAll(/\brequire\(\s*["']([^"']+)["']\s*\)/g))
    addScript(compilation, resolveFrom(path, match[1] as string));
}
