import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import type { Manifest } from '../../build/product/manifest-shape';
import { writeFileDurably } from '../write-file-durably';

const environmentFile = z.record(z.string(), z.string());

export class EnvironmentFileError extends Error {}

/**
 * The values of the functions' environment variables, from `environment.json` of the data folder. Names that the manifest
 * declares and the file lacks are added: secrets and ids of templates are drawn once and stay, defaults may be edited by hand.
 * @throws EnvironmentFileError when the file is not an object of texts
 */
export function openEnvironment(folder: string, declared: Manifest['environment']): Record<string, string> {
  const file = path.join(folder, 'environment.json');
  const values = readValues(file);
  const missing = declared.filter(variable => !(variable.name in values));
  for (const variable of missing) values[variable.name] = firstValue(variable);
  if (missing.length > 0 || !existsSync(file)) writeFileDurably(file, `${JSON.stringify(values, null, 2)}\n`);
  // It holds secrets: whoever edited it may have left it readable to others.
  chmodSync(file, 0o600);
  return values;
}

function firstValue(variable: Manifest['environment'][number]): string {
  if ('value' in variable) return variable.value;
  const hex = randomBytes(32).toString('hex');
  // Ids of templates have 43 characters at WeChat, too.
  if ('template' in variable) return hex.slice(0, 43);
  return variable.generate === 'hex32' ? hex : hex.slice(0, variable.generate === 'letters32' ? 32 : 43);
}

function readValues(file: string): Record<string, string> {
  if (!existsSync(file)) return {};
  try {
    return environmentFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new EnvironmentFileError(`${file} must be a JSON object with a text for each name`);
  }
}
