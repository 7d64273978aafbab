import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { MiniProgramFiles } from './leave-out';

/** Every file below a folder, by its path there with slashes. */
export function readFiles(folder: string): MiniProgramFiles {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
  return new Map(
    found.map(({ parentPath, name }) => {
      const file = path.join(parentPath, name);
      return [path.relative(folder, file).split(path.sep).join('/'), readFileSync(file)];
    }),
  );
}
