import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { collections as ledger } from '../../../../../cloudfunctions/domain/ledger/collections';
import { collections as seals } from '../../../../../cloudfunctions/domain/seals/collections';
import { root, temporaryFolder } from '../../../../local/cloud/test-cloud';

const unit = { name: 'ledger-probe', timeoutSeconds: 20, memoryMegabytes: 256, environment: [] };

/** A functions folder with the probe and the collections that an export reads; bundled as the product's functions are. */
export function buildProbe(): string {
  const folder = temporaryFolder();
  const functionFolder = path.join(folder, unit.name);
  mkdirSync(functionFolder);
  execFileSync(path.join(root, 'node_modules/.bin/esbuild'), [
    path.join(__dirname, 'function.ts'),
    ...['--bundle', '--platform=node', '--format=cjs', '--target=node20.19', '--log-level=error'],
    `--outfile=${path.join(functionFolder, 'index.js')}`,
  ]);
  writeFileSync(path.join(functionFolder, 'config.json'), '{}');
  writeFileSync(path.join(functionFolder, 'package.json'), '{}');
  const manifest = {
    manifestVersion: 1,
    environment: [],
    functions: [unit],
    collections: [...ledger, ...seals],
  };
  writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify(manifest));
  return folder;
}
