import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';

const REPOSITORY = resolve(__dirname, '../..');

/** Packages are found from the temporary folder, too. */
export const CHILD_ENVIRONMENT = { ...process.env, NODE_PATH: join(REPOSITORY, 'node_modules') };

/** Bundles the writer once and gives the path of the program. */
export function buildWriter(): string {
  const outfile = join(mkdtempSync(join(tmpdir(), 'durability-program-')), 'writer.js');
  buildSync({
    entryPoints: [join(__dirname, 'durability-writer.ts')],
    bundle: true,
    platform: 'node',
    packages: 'external',
    outfile,
    logLevel: 'error',
  });
  return outfile;
}
