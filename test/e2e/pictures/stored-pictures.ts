import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { comparePictures } from './compare-pictures';
import { indexPicture } from './indexed-picture';

/** A line of small text is about this much of a phone's screen; another machine's rounding is far below it. */
const MOST_DIFFERENT = 0.001;

const stored = path.join(__dirname, 'stored');
const differences = path.resolve('dist/pictures');
const fileOf = (name: string): string => path.join(stored, `${name}.png`);

/** @returns what is wrong with the picture in one line, empty when it looks as it was stored */
export function checkPicture(name: string, taken: Buffer): string {
  if (!existsSync(fileOf(name)))
    return `${name}: no stored picture; it looks like ${keep(`${name}.png`, taken)}`;
  const { share, sizes, difference } = comparePictures(readFileSync(fileOf(name)), taken);
  if (share <= MOST_DIFFERENT) return '';
  const where = keep(`${name}-difference.png`, difference);
  const now = keep(`${name}.png`, taken);
  const size = sizes === '' ? '' : `, ${sizes}`;
  return `${name}: ${(share * 100).toFixed(2)} % of its pixels differ${size}; see ${where}, now it looks like ${now}`;
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
