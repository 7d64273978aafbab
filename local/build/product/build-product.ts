import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fingerprint } from '../fingerprint.mjs';
import { writeAtomically } from '../write-atomically.mjs';
import { assembleManifest, manifestText } from './assemble-manifest';
import { bundleUnit } from './bundle-unit';
import { findSources } from './find-sources';
import { loadDeclarations } from './load-declarations';
import type { FunctionDeclaration } from './manifest-shape';
import { unitFiles } from './unit-files';

/** Everything that a function's bundle or the manifest can depend on. */
const inputs = [
  'cloudfunctions',
  'miniprogram/proof',
  'miniprogram/words',
  'local/build',
  'package-lock.json',
  'tsconfig.json',
];

export interface BuiltUnit {
  name: string;
  bytes: number;
}

/**
 * Builds every deploy unit and the manifest into `<output>`. Folders of units that are gone are removed; the manifest is
 * written last, because whoever watches it may load the functions from that moment on.
 * @returns the units built, or undefined when the output is already that of these sources
 */
export async function buildProduct(
  root: string,
  output = path.join(root, 'dist/cloudfunctions'),
): Promise<BuiltUnit[] | undefined> {
  const manifestFile = path.join(output, 'manifest.json');
  const stampFile = path.join(output, '.build-stamp');
  const current = fingerprint(root, inputs);
  if (existsSync(manifestFile) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === current)
    return undefined;

  const sources = findSources(root);
  const manifest = assembleManifest(await loadDeclarations(root, sources));
  const built = await Promise.all(manifest.functions.map(unit => buildUnit(root, output, unit)));
  removeOtherFolders(output, sources.units);
  writeAtomically(manifestFile, manifestText(manifest));
  writeAtomically(stampFile, current);
  return built;
}

async function buildUnit(root: string, output: string, unit: FunctionDeclaration): Promise<BuiltUnit> {
  const bundle = await bundleUnit(root, unit.name);
  const folder = path.join(output, unit.name);
  writeAtomically(path.join(folder, 'index.js'), bundle);
  for (const [file, content] of Object.entries(unitFiles(unit)))
    writeAtomically(path.join(folder, file), content);
  return { name: unit.name, bytes: bundle.length };
}

function removeOtherFolders(output: string, units: string[]): void {
  if (!existsSync(output)) return;
  for (const entry of readdirSync(output, { withFileTypes: true })) {
    if (entry.isDirectory() && !units.includes(entry.name))
      rmSync(path.join(output, entry.name), { recursive: true });
  }
}
