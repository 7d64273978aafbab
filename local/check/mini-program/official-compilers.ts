import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const platformFolder: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'linux',
  darwin: 'mac',
  win32: 'windows',
};

/**
 * Runs WeChat's own wcc and wcsc over the files: they refuse what other compilers only warn about.
 * @param folder the mini-program's
 * @param files by their path inside it
 * @returns what the compilers say, one text for each file kind that does not compile
 */
export function officialCompilerProblems(folder: string, files: string[]): string[] {
  const templates = files.filter(file => /\.wxml$/.test(file));
  const scripts = files.filter(file => /\.wxs$/.test(file));
  const sheets = files.filter(file => /\.wxss$/.test(file));
  const work = mkdtempSync(path.join(tmpdir(), 'official-compilers-'));
  try {
    return [
      ...compile(
        work,
        'wcc',
        folder,
        ['-d', ...templates, ...scripts, '-gn', '$gwx'],
        templates.length + scripts.length,
      ),
      ...compile(work, 'wcsc', folder, ['-lc', '-js', ...sheets], sheets.length),
    ];
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function compile(work: string, name: string, cwd: string, given: string[], files: number): string[] {
  if (files === 0) return [];
  const { status, stderr, error } = spawnSync(executable(work, name), given, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error !== undefined) return [`${name} did not run: ${error.message}`];
  return status === 0 ? [] : [`${name}: ${stderr.trim() || `ended with ${status}`}`];
}

/** npm unpacks them without the permission to be run, and a shared node_modules is not ours to change: so a copy. */
function executable(work: string, name: string): string {
  const own = platformFolder[process.platform];
  if (own === undefined) throw new Error(`${name} does not exist for ${process.platform}`);
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  const copy = path.join(work, file);
  copyFileSync(path.join(process.cwd(), 'node_modules/miniprogram-compiler/bin', own, file), copy);
  chmodSync(copy, 0o755);
  return copy;
}
