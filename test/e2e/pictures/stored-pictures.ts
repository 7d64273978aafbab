import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { indexPicture } from './indexed-picture';

/** A line of small text is about this much of a phone's screen; another machine's rounding is far below it. */
const MOST_DIFFERENT = 0.001;

const stored = path.join(__dirname, 'stored');
const differences = path.resolve('dist/pictures');
const program = path.join(__dirname, 'compare-files.mjs');
const fileOf = (name: string): string => path.join(stored, `${name}.png`);

/** @returns what is wrong with the picture in one line, empty when it looks as it was stored */
export function checkPicture(name: string, taken: Buffer): string {
  if (!existsSync(fileOf(name)))
    return `${name}: no stored picture; it looks like ${keep(`${name}.png`, taken)}`;
  const now = keep(`${name}.png`, taken);
  const where = path.posix.join(path.posix.dirname(now), `${name}-difference.png`);
  const { share, sizes } = compare(fileOf(name), now, where);
  if (share <= MOST_DIFFERENT) return '';
  const size = sizes === '' ? '' : `, ${sizes}`;
  return `${name}: ${(share * 100).toFixed(2)} % of its pixels differ${size}; see ${where}, now it looks like ${now}`;
}

function compare(...files: [stored: string, taken: string, difference: string]): {
  share: number;
  sizes: string;
} {
  return JSON.parse(execFileSync(process.execPath, [program, ...files], { encoding: 'utf8' }));
}

/** Puts the picture in the place of the stored one. */
export function storePicture(name: string, taken: Buffer): void {
  mkdirSync(stored, { recursive: true });
  writeFileSync(fileOf(name), indexPicture(taken));
}

export function storedNames(): string[] {
  return readdirSync(stored).map(file => path.basename(file, '.png'));
}

export function removeStored(name: string): void {
  rmSync(fileOf(name));
}

/** @returns the path from the project's folder */
function keep(file: string, picture: Buffer): string {
  mkdirSync(differences, { recursive: true });
  writeFileSync(path.join(differences, file), picture);
  return path.posix.join('dist/pictures', file);
}
