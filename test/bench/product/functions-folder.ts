import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FunctionDeclaration, Manifest } from '../../../local/build/product/manifest-shape';
import type { BenchContext } from '../bench';

const builtFolder = (context: BenchContext): string => path.join(context.root, 'dist/cloudfunctions');

const readManifest = (context: BenchContext): Manifest =>
  JSON.parse(readFileSync(path.join(builtFolder(context), 'manifest.json'), 'utf8')) as Manifest;

function writeManifest(context: BenchContext, manifest: Manifest): string {
  const folder = path.join(context.folder, 'functions');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify(manifest));
  return folder;
}

/** The product's collections with their indexes, and no function. Answers the folder. */
export const writeCollectionsOnly = (context: BenchContext): string =>
  writeManifest(context, { ...readManifest(context), functions: [] });

/** Every environment variable and no trigger: a function of the bench's own. */
const benchFunction = (name: string, { environment }: Manifest): FunctionDeclaration => ({
  name,
  timeoutSeconds: 60,
  memoryMegabytes: 512,
  environment: environment.map(variable => variable.name),
});

/** Which functions an endpoint has. */
export interface ChosenFunctions {
  /** Of the product, as they were built. */
  built: readonly string[];
  /** Of the bench, each bundled from the program of its name. */
  own: readonly string[];
}

/** The product's collections and these functions. The product's timers stay away. Answers the folder. */
export async function writeFunctions(
  context: BenchContext,
  { built, own: ownFunctions }: ChosenFunctions,
): Promise<string> {
  const manifest = readManifest(context);
  const units = manifest.functions.filter(unit => built.includes(unit.name));
  const own = ownFunctions.map(name => benchFunction(name, manifest));
  const folder = writeManifest(context, { ...manifest, functions: [...units, ...own] });
  for (const name of built)
    cpSync(path.join(builtFolder(context), name), path.join(folder, name), { recursive: true });
  for (const name of ownFunctions) {
    await context.programs.bundleTo(path.join(folder, name, 'index.js'), name);
  }
  return folder;
}

export interface BuiltFunction {
  name: string;
  file: string;
}

/** The product's functions as they are deployed. */
export const builtFunctions = (context: BenchContext): BuiltFunction[] =>
  readManifest(context).functions.map(({ name }) => ({
    name,
    file: path.join(builtFolder(context), name, 'index.js'),
  }));
