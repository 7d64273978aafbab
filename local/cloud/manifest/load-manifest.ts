import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { type Manifest, manifestShape } from '../../build/product/manifest-shape';
import { everyTimer } from '../timers/cron';
import { deriveManifest } from './derive-manifest';
import { reservedEnvironmentName } from './reserved-names';

export class ManifestError extends Error {}

/** What an endpoint without functions and collections runs on. */
export const emptyManifest: Manifest = {
  manifestVersion: 1,
  environment: [],
  functions: [],
  collections: [],
};

/**
 * Reads `manifest.json` of a folder of built functions and checks it as a whole; a folder without one is taken as
 * DevTools takes it.
 * @throws ManifestError that names the file and each wrong field
 */
export function loadManifest(functionsFolder: string): Manifest {
  const file = path.join(functionsFolder, 'manifest.json');
  const parsed = manifestShape.safeParse(isFile(file) ? readJson(file) : derived(functionsFolder));
  if (!parsed.success)
    throw new ManifestError(`${file} is not a manifest:\n${z.prettifyError(parsed.error)}`);
  const problems = problemsOf(parsed.data, functionsFolder);
  if (problems.length > 0) throw new ManifestError(`${file} is not a manifest:\n${problems.join('\n')}`);
  return parsed.data;
}

function derived(functionsFolder: string): unknown {
  try {
    return deriveManifest(functionsFolder);
  } catch (error) {
    throw new ManifestError(`${functionsFolder} cannot be read: ${(error as Error).message}`);
  }
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new ManifestError(`${file} cannot be read: ${(error as Error).message}`);
  }
}

/** What the shape alone cannot say. */
function problemsOf(manifest: Manifest, functionsFolder: string): string[] {
  const declared = new Set(manifest.environment.map(variable => variable.name));
  return [
    ...twice(
      'function',
      manifest.functions.map(unit => unit.name),
    ),
    ...twice(
      'collection',
      manifest.collections.map(collection => collection.name),
    ),
    ...twice('environment variable', [...manifest.environment.map(variable => variable.name)]),
    ...twice(
      'HTTP route',
      manifest.functions.flatMap(unit => unit.http?.path ?? []),
    ),
    ...[...declared]
      .filter(reservedEnvironmentName)
      .map(name => `environment: ${name} belongs to the platform`),
    ...manifest.functions.flatMap(unit => functionProblems(unit, declared, functionsFolder)),
  ];
}

function functionProblems(
  unit: Manifest['functions'][number],
  declared: Set<string>,
  functionsFolder: string,
): string[] {
  const undeclared = unit.environment.filter(name => !declared.has(name));
  const cronProblem = unit.timer === undefined ? null : everyTimer(unit.timer.cron).problem;
  return [
    ...undeclared.map(name => `function ${unit.name}: ${name} is not declared in environment`),
    ...(cronProblem === null ? [] : [`function ${unit.name}: ${cronProblem}`]),
    ...(isFile(path.join(functionsFolder, unit.name, 'index.js'))
      ? []
      : [`function ${unit.name} has no index.js`]),
  ];
}

function twice(what: string, names: string[]): string[] {
  const seen = new Set<string>();
  return names
    .filter(name => seen.has(name) || !seen.add(name))
    .map(name => `${what} ${name} is declared twice`);
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}
