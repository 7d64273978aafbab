import * as z from 'zod';
import { BuildError } from './build-error';
import type { Declarations } from './load-declarations';
import {
  collectionShape,
  environmentShape,
  functionShape,
  type Manifest,
  manifestShape,
  messageTemplateShape,
} from './manifest-shape';

/** Checks every declaration and puts them into one order, so that equal sources give equal bytes. */
export function assembleManifest(declarations: Declarations): Manifest {
  const functions = declarations.units.map(({ folder, unit }) => {
    const declared = read(functionShape, unit, `functions/${folder}/unit.ts`);
    if (declared.name !== folder)
      throw new BuildError(`functions/${folder}/unit.ts names itself ${declared.name}`);
    return { ...declared, environment: [...declared.environment].sort() };
  });
  const collections = declarations.collections.flatMap(({ domain, collections }) =>
    read(z.array(collectionShape), collections, `domain/${domain}/collections.ts`),
  );
  const environment = read(z.array(environmentShape), declarations.environment, 'platform/environment.ts');
  const messageTemplates = declarations.messageTemplates.flatMap(({ domain, templates }) =>
    read(z.array(messageTemplateShape), templates, `domain/${domain}/message-templates.ts`),
  );
  const manifest = { manifestVersion: 1, environment, functions, collections, messageTemplates };
  const sorted = read(manifestShape, sortByName(manifest), 'the manifest');
  checkWhole(sorted);
  return sorted;
}

/** Object keys in alphabetical order, list elements in the order of the manifest. */
export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifest, sortKeys, 2)}\n`;
}

function sortKeys(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)));
}

function read<Shape extends z.ZodType>(shape: Shape, value: unknown, where: string): z.infer<Shape> {
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  throw new BuildError(`${where}: ${z.prettifyError(result.error)}`);
}

type Named = { name: string };

function sortByName<Lists extends { environment: Named[]; functions: Named[]; collections: Named[] }>(
  lists: Lists,
) {
  const byName = (left: Named, right: Named) => (left.name < right.name ? -1 : 1);
  return {
    ...lists,
    environment: [...lists.environment].sort(byName),
    functions: [...lists.functions].sort(byName),
    collections: [...lists.collections].sort(byName),
  };
}

function checkWhole(manifest: Manifest): void {
  const { environment, functions, collections } = manifest;
  refuseDuplicates(
    'environment variable',
    environment.map(one => one.name),
  );
  refuseDuplicates(
    'collection',
    collections.map(one => one.name),
  );
  refuseDuplicates(
    'HTTP route',
    functions.flatMap(one => (one.http ? [one.http.path] : [])),
  );
  for (const { name, indexes, seed } of collections) {
    refuseDuplicates(
      `index of ${name}`,
      indexes.map(one => one.name),
    );
    refuseDuplicates(
      `seed document of ${name}`,
      (seed ?? []).map(one => one._id),
    );
  }
  const declared = new Set(environment.map(one => one.name));
  for (const unit of functions) {
    const unknown = unit.environment.find(one => !declared.has(one));
    if (unknown !== undefined)
      throw new BuildError(`function ${unit.name} reads ${unknown}, which environment.ts does not declare`);
  }
  checkTemplates(manifest);
}

/** A template and the variable with its id name each other. */
function checkTemplates({ environment, messageTemplates = [] }: Manifest): void {
  refuseDuplicates(
    'message template',
    messageTemplates.map(one => one.key),
  );
  for (const { key, environment: name } of messageTemplates) {
    const variable = environment.find(one => one.name === name);
    if (variable === undefined || !('template' in variable) || variable.template !== key)
      throw new BuildError(`message template ${key}: environment.ts does not declare ${name} as its id`);
  }
}

function refuseDuplicates(what: string, names: string[]): void {
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new BuildError(`${what} ${twice} is declared twice`);
}
