import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Folders that hold made things; they matter only where git cannot say what belongs to the project. */
const madeFolders = new Set(['node_modules', 'dist', 'data', 'coverage', 'miniprogram_npm', '.git']);

/** Every file that belongs to the project, committed or about to be, relative to the root with forward slashes, sorted. */
export function projectFiles(root: string): string[] {
  const git = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const listed = git.status === 0 ? git.stdout.split('\0').filter(Boolean) : walk(root, '');
  return listed.filter(file => existsSync(path.join(root, file))).sort();
}

function walk(root: string, folder: string): string[] {
  return readdirSync(path.join(root, folder)).flatMap(name => {
    const file = path.posix.join(folder, name);
    if (!statSync(path.join(root, file)).isDirectory()) return [file];
    return madeFolders.has(name) ? [] : walk(root, file);
  });
}

/** The text of the files whose path matches, by path. */
export function readProjectFiles(root: string, matching: RegExp): Map<string, string> {
  const files = projectFiles(root).filter(file => matching.test(file));
  return new Map(files.map(file => [file, readFileSync(path.join(root, file), 'utf8')]));
}
