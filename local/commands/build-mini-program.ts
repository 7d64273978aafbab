import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { leaveOut } from '../build/mini-program/leave-out';
import { type LicensedModule, licensedModules } from '../build/mini-program/licensed-modules';
import { readFiles } from '../build/mini-program/read-files';

const names = licensedModules.map(({ name }) => name).join(', ');

function moduleNamed(name: string): LicensedModule {
  const found = licensedModules.find(one => one.name === name);
  if (!found) throw new Error(`there is no module ${name}; those that can be left out are: ${names}`);
  return found;
}

/**
 * `npm run build:mini-program -- --without track`: writes the mini-program without modules for which there is no licence to
 * dist/miniprogram, to be opened in DevTools in place of miniprogram/.
 */
function main(): void {
  const { values } = parseArgs({ options: { without: { type: 'string', multiple: true, default: [] } } });
  const modules = values.without.map(moduleNamed);
  const root = process.cwd();
  const files = modules.reduce(leaveOut, readFiles(path.join(root, 'miniprogram')));
  const output = path.join(root, 'dist/miniprogram');
  rmSync(output, { recursive: true, force: true });
  for (const [file, content] of files) {
    mkdirSync(path.dirname(path.join(output, file)), { recursive: true });
    writeFileSync(path.join(output, file), content);
  }
  const left = values.without.length > 0 ? ` without ${values.without.join(', ')}` : '';
  process.stdout.write(`wrote dist/miniprogram, ${files.size} files${left}\n`);
}

try {
  main();
} catch (error) {
  process.stderr.write(`build failed: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
