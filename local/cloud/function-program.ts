import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * The bundle that a function's process runs. It lies beside the endpoint's own bundle; the endpoint's sources find it in
 * the project's dist folder.
 * @throws when there is none
 */
export function functionProgram(): string {
  const name = 'function-process.js';
  const places = [path.join(__dirname, name), path.join(__dirname, '../../dist/local', name)];
  const found = places.find(place => existsSync(place));
  if (found === undefined) throw new Error(`${name} is not built yet: npm run cloud builds it`);
  return found;
}
