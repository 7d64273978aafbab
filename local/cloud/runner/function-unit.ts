import { statSync } from 'node:fs';
import path from 'node:path';
import type { FunctionDeclaration } from '../../build/product/manifest-shape';

/** A deployed function: its declaration and where its code lies. */
export interface FunctionUnit {
  declaration: FunctionDeclaration;
  folder: string;
  entry: string;
}

export function functionUnit(functionsFolder: string, declaration: FunctionDeclaration): FunctionUnit {
  const folder = path.resolve(functionsFolder, declaration.name);
  return { declaration, folder, entry: path.join(folder, 'index.js') };
}

/** Changes whenever the function is built anew; '' while its file is being replaced. */
export function builtVersion(unit: FunctionUnit): string {
  const file = statSync(unit.entry, { throwIfNoEntry: false });
  return file === undefined ? '' : `${file.mtimeMs}.${file.size}.${file.ino}`;
}
