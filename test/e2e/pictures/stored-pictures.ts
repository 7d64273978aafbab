import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Comparer } from './comparer';
import { indexPicture } from './indexed-picture';

/** A line of small text is about this much of a phone's screen; another machine's rounding is far below it. */
const MOST_DIFFERENT = 0.001;
/** Another Chromium draws letters a little differently, and may move a line: then only what catches the eye counts. */
const MOST_DIFFERENT_ELSEWHERE = 0.03;

const stored = path.join(__dirname, 'stored');
const differences = path.resolve('dist/pictures');
const fileOf = (name: string): string => path.join(stored, `${name}.png`);
/** Which Chromium has drawn the stored pictures. */
const browserFile = path.join(stored, 'chromium.txt');

/** The share of pixels that may differ on this Chromium. */
export function toleranceOf(browserVersion: string): number {
  const isSame = existsSync(browserFile) && readFileSync(browserFile, 'utf8').trim() === browserVersion;
  return isSame ? MOST_DIFFERENT : MOST_DIFFERENT_ELSEWHERE;
}

export const storeBrowser = (browserVersion: string): void =>
  writeFileSync(browserFile, `${browserVersion}\n`);

/** @returns what is wrong with the picture in one line, empty when it looks as it was stored */
export async function checkPicture(
  name: string,
  taken: Buffer,
  { comparer, tolerance }: { comparer: Comparer; tolerance: number },
): Promise<string> {
  if (!existsSync(fileOf(name)))
    return `${name}: no stored picture; it looks like ${keep(`${name}.png`, taken)}`;
  const now = keep(`${name}.png`, taken);
  const where = path.posix.join(path.posix.dirname(now), `${name}-difference.png`);
  const files = { stored: fileOf(name), taken: now, difference: where, tolerance };
  const { share, sizes } = await comparer.compare(files);
  if (share <= tolerance) return '';
  const size = sizes === '' ? '' : `, ${sizes}`;
  return `${name}: ${(share * 100).toFixed(2)} % of its pixels differ${size}; see ${where}, now it looks like ${now}`;
}

/** Puts the picture in the place of the stored one. */
export function storePicture(name: string, taken: Buffer): void {
  mkdirSync(stored, { recursive: true });
  writeFileSync(fileOf(name), indexPicture(taken));
}

export function storedNames(): string[] {
  return readdirSync(stored)
    .filter(file => file.endsWith('.png'))
    .map(file => path.basename(file, '.png'));
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
