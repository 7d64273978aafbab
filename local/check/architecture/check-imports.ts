import { readSource, type Source, type SourceImport } from './read-source';
import { resolveImport } from './resolve-import';
import { domainsWithoutOthers, roomRules } from './room-rules';
import { type Place, placeOf } from './rooms';

const isCode = /\.(?:ts|mjs|cjs|js)$/;

/** The project as the checks see it: its files by path, those with code parsed. */
export interface Project {
  files: ReadonlyMap<string, string>;
  sources: ReadonlyMap<string, Source>;
}

export function readProject(files: ReadonlyMap<string, string>): Project {
  const code = [...files].filter(([file]) => isCode.test(file));
  return { files, sources: new Map(code.map(([file, text]) => [file, readSource(file, text)])) };
}

/** @returns one English sentence for each import that the architecture does not allow */
export function checkImports(project: Project): string[] {
  return [...project.sources].flatMap(([file, source]) => {
    const from = placeOf(file);
    if (from === undefined) return [];
    return source.imports.flatMap(one => {
      const problem = importProblem(project, file, from, one);
      return problem === undefined ? [] : [`${file} imports ${one.specifier}: ${problem}`];
    });
  });
}

function importProblem(project: Project, file: string, from: Place, one: SourceImport): string | undefined {
  const rule = roomRules[from.room];
  const target = resolveImport(file, one.specifier, candidate => project.files.has(candidate));
  switch (target.kind) {
    case 'missing':
      return 'there is no such file';
    case 'node':
      return rule.node ? undefined : `${from.room} imports nothing of Node`;
    case 'package':
      return rule.packages?.test(target.name) ? undefined : `${from.room} does not import this package`;
    case 'file':
      return fileProblem(from, target.file, one.typesOnly);
  }
}

function fileProblem(from: Place, target: string, typesOnly: boolean): string | undefined {
  const to = placeOf(target);
  // Configuration and data at the top belong to nobody; only what runs on this machine reads them.
  if (to === undefined)
    return from.room === 'test' || from.room === 'local' ? undefined : 'it lies outside every room';
  if (to.room === from.room) return samePartProblem(from, to, target);
  const allowed = roomRules[from.room].imports.find(one => one.room === to.room);
  if (allowed === undefined) return `${from.room} does not import ${to.room}`;
  if (allowed.typesOnly && !typesOnly) return `${from.room} imports ${to.room} as types only`;
  if (allowed.files && !allowed.files.test(target))
    return `${from.room} imports ${to.room} through its public face only`;
  return undefined;
}

function samePartProblem(from: Place, to: Place, target: string): string | undefined {
  if (from.part === to.part || to.part === null) return undefined;
  if (domainsWithoutOthers.has(from.part ?? '')) return `${from.part} imports no other ${from.room}`;
  const { otherParts } = roomRules[from.room];
  if (otherParts === 'none') return `one part of ${from.room} does not import another`;
  return otherParts.test(target) ? undefined : `another ${from.room} is imported through its index.ts only`;
}
