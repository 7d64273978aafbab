import { Aggregator } from 'mingo/aggregator';
import { cloneValue } from './clone-value';
import { queryOptions } from './mingo-options';
import { type Slice, sliceField, slicesOf } from './project-slice';
import { refusing } from './query-error';

type Fields = Record<string, unknown>;
export type Projection = (document: Fields) => Fields;

/** Compiles a `field()` projection; plain top-level fields are picked directly, the rest is mingo's `$project`. */
export function compileProjection(projection: Fields | undefined): Projection {
  const names = Object.keys(projection ?? {});
  if (projection === undefined || names.length === 0) return document => document;
  const slices = slicesOf(projection);
  if (slices.length > 0) return slicing(projection, slices);
  if (names.some(name => name.includes('.') || !isFlag(projection[name]))) return throughMingo(projection);
  const listed = names.filter(name => name !== '_id');
  const including = listed.filter(name => projection[name] === 1 || projection[name] === true);
  if (including.length > 0 && including.length < listed.length) return throughMingo(projection);
  const keepsId = projection._id === undefined || Boolean(projection._id);
  const includes = listed.length === 0 ? keepsId && projection._id !== undefined : including.length > 0;
  return includes ? picking(including, keepsId) : omitting(listed, keepsId);
}

/** `$slice` cuts a field and by itself leaves the others; beside included fields it includes its own. */
function slicing(projection: Fields, slices: Slice[]): Projection {
  const rest = Object.fromEntries(Object.entries(projection).filter(([name]) => !isSliced(slices, name)));
  const includes = Object.entries(rest).some(
    ([name, value]) => name !== '_id' && value !== 0 && value !== false,
  );
  const included = includes ? Object.fromEntries(slices.map(({ path }) => [path, 1])) : {};
  const project = compileProjection({ ...rest, ...included });
  return document => slices.reduce(sliceField, project(document));
}

function isSliced(slices: Slice[], name: string): boolean {
  return slices.some(({ path }) => path === name);
}

function isFlag(value: unknown): boolean {
  return value === 0 || value === 1 || typeof value === 'boolean';
}

function picking(names: string[], keepsId: boolean): Projection {
  const wanted = new Set(keepsId ? ['_id', ...names] : names);
  return document => selectFields(document, name => wanted.has(name));
}

function omitting(names: string[], keepsId: boolean): Projection {
  const unwanted = new Set(keepsId ? names : ['_id', ...names]);
  return document => selectFields(document, name => !unwanted.has(name));
}

function selectFields(document: Fields, isWanted: (name: string) => boolean): Fields {
  const selected: Fields = {};
  for (const name in document) if (isWanted(name)) selected[name] = document[name];
  return selected;
}

/** mingo changes nested fields in place, so it gets a copy. */
function throughMingo(projection: Fields): Projection {
  const aggregator = refusing(() => new Aggregator([{ $project: projection }], queryOptions()));
  return document => refusing(() => aggregator.run([cloneValue(document)])[0] as Fields);
}
