import type { Project } from './check-imports';
import { resolveImport } from './resolve-import';
import { placeOf } from './rooms';

/** Names by which code reaches the world around it; a rule gets time, chance and text encodings as arguments instead. */
const impure = [
  'process',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'Date.now',
  'new Date()',
  'Math.random',
];
/** What a phone's engine does not have, or has differently from Node. */
const notOnThePhone = [
  'Buffer',
  'require',
  '__dirname',
  '__filename',
  'global',
  'globalThis',
  'crypto',
  'performance',
].concat(['TextEncoder', 'TextDecoder', 'URL', 'Intl', 'structuredClone', 'wx', 'console']);

const isRules = /\/rules\.ts$/;

/** What phone and server share. */
const isShared = (file: string): boolean => ['proof', 'words'].includes(placeOf(file)?.room ?? '');

/** @returns one sentence for each shared file that needs Node or the phone, and each rules.ts that can reach I/O */
export function checkPurity(project: Project): string[] {
  return [...project.sources.keys()].flatMap(file => {
    if (isShared(file))
      return named(project, file, [...impure, ...notOnThePhone], 'proof and words are pure');
    if (!isRules.test(file)) return [];
    const others = valueClosure(project, file).filter(({ reached }) => !isShared(reached));
    return others.flatMap(({ reached, way }) => {
      const reason = `${way.join(' → ')}: rules do no I/O`;
      return [...named(project, reached, impure, reason), ...outside(project, reached, reason)];
    });
  });
}

/** Packages and Node modules that a file loads; zod is pure. */
function outside(project: Project, file: string, reason: string): string[] {
  const imports = project.sources.get(file)?.imports ?? [];
  return imports
    .filter(({ specifier, typesOnly }) => !typesOnly && !specifier.startsWith('.') && specifier !== 'zod')
    .map(({ specifier }) => `${file} imports ${specifier}: ${reason}`);
}

function named(project: Project, file: string, forbidden: string[], reason: string): string[] {
  const names = project.sources.get(file)?.names ?? new Set();
  return forbidden.filter(name => names.has(name)).map(name => `${file} uses ${name}: ${reason}`);
}

/** Everything that is loaded at run time with a file, each with one way from the file to it. */
function valueClosure(project: Project, start: string): { reached: string; way: string[] }[] {
  const ways = new Map([[start, [start]]]);
  for (const [file, way] of ways) {
    for (const { specifier, typesOnly } of project.sources.get(file)?.imports ?? []) {
      const target = resolveImport(file, specifier, candidate => project.files.has(candidate));
      if (typesOnly || target.kind !== 'file' || ways.has(target.file)) continue;
      ways.set(target.file, [...way, target.file]);
    }
  }
  return [...ways].map(([reached, way]) => ({ reached, way }));
}
