import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import type { FunctionDeclaration, Manifest } from '../../build/product/manifest-shape';

/** What the console's form is usually set to; a folder that wants something else says it in a manifest. */
const TIMEOUT_SECONDS = 20;
const MEMORY_MEGABYTES = 256;

const configShape = z.looseObject({
  permissions: z.looseObject({ openapi: z.array(z.string()).default([]) }).optional(),
  triggers: z.array(z.looseObject({ name: z.string(), type: z.string(), config: z.string() })).optional(),
});

/** @returns null where there is no such file; a broken one is an error, not an absent one */
function readConfig(file: string): z.infer<typeof configShape> | null {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return null;
  return configShape.parse(JSON.parse(readFileSync(file, 'utf8')));
}

function deriveFunction(functionsFolder: string, name: string): FunctionDeclaration {
  const config = readConfig(path.join(functionsFolder, name, 'config.json'));
  const timer = config?.triggers?.find(trigger => trigger.type === 'timer');
  return {
    name,
    timeoutSeconds: TIMEOUT_SECONDS,
    memoryMegabytes: MEMORY_MEGABYTES,
    environment: [],
    http: { path: `/${name}` },
    ...(timer && { timer: { name: timer.name, cron: timer.config } }),
    openapi: config?.permissions?.openapi ?? [],
  };
}

/**
 * A folder of cloud functions as DevTools knows it, without a manifest: each subfolder with an index.js is a function,
 * its config.json says its timer and open APIs, and it answers HTTP under its own name.
 */
export function deriveManifest(functionsFolder: string): Manifest {
  const names = readdirSync(functionsFolder)
    .filter(name =>
      statSync(path.join(functionsFolder, name, 'index.js'), { throwIfNoEntry: false })?.isFile(),
    )
    .sort();
  return {
    manifestVersion: 1,
    environment: [],
    functions: names.map(name => deriveFunction(functionsFolder, name)),
    collections: [],
  };
}
