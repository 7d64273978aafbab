import { builtinModules } from 'node:module';
import path from 'node:path';

export type ImportTarget =
  | { kind: 'file'; file: string }
  | { kind: 'missing' }
  | { kind: 'node' }
  | { kind: 'package'; name: string };

/** Where an import leads among the known files, as the bundler would find it. */
export function resolveImport(
  from: string,
  specifier: string,
  isFile: (file: string) => boolean,
): ImportTarget {
  if (specifier.startsWith('.')) {
    const base = path.posix.join(path.posix.dirname(from), specifier);
    const found = [base, `${base}.ts`, `${base}.mjs`, `${base}.d.ts`, `${base}/index.ts`].find(isFile);
    return found === undefined ? { kind: 'missing' } : { kind: 'file', file: found };
  }
  if (specifier.startsWith('node:') || builtinModules.includes(specifier)) return { kind: 'node' };
  return { kind: 'package', name: specifier };
}
