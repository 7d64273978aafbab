import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * @param {string} root
 * @param {string} relative a file or folder; missing ones contribute nothing
 * @returns {string[]} all files at or below it, sorted, relative to the root
 */
function filesBelow(root, relative) {
  const absolute = path.join(root, relative);
  if (!existsSync(absolute)) return [];
  if (!statSync(absolute).isDirectory()) return [relative];
  return readdirSync(absolute)
    .sort()
    .flatMap(name => filesBelow(root, path.posix.join(relative, name)));
}

/**
 * One hash over names and contents. Contents and not times, because git writes new times with old contents.
 * @param {string} root
 * @param {string[]} inputs files and folders, relative to the root
 */
export function fingerprint(root, inputs) {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap(input => filesBelow(root, input))) {
    const content = readFileSync(path.join(root, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}
