import type { Project } from '../architecture/check-imports';
import { closureOf, type LockFile } from './lock-file';

/**
 * What reaches users: the packages that cloud functions import are bundled, although they stand in devDependencies, and
 * the mini-program's are packed from dependencies.
 * @returns places in node_modules
 */
export function deployedPackages(project: Project, lock: LockFile): string[] {
  const imported = [...project.sources].flatMap(([file, { imports }]) =>
    file.startsWith('cloudfunctions/') ? imports.filter(one => !one.typesOnly).map(one => one.specifier) : [],
  );
  const named = imported.filter(specifier => /^[@a-z]/.test(specifier)).map(packageOfSpecifier);
  const packed = Object.keys(lock.packages['']?.dependencies ?? {});
  return closureOf(lock, [...new Set([...named, ...packed])]);
}

function packageOfSpecifier(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
