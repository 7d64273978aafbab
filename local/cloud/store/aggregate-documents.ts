import { isPlainObject } from '../query/plain-object';
import { requestFailed } from '../query/query-error';
import { runPipeline } from '../query/run-pipeline';
import type { Collection } from './collection';
import { geoField } from './near-search';
import { type SelectRequest, selectDocuments } from './select-documents';
import type { Scan, StoredDocument } from './store';

type Fields = Record<string, unknown>;

const NOT_FIRST = '$geoNear is only valid as the first stage in a pipeline.';

const NEWEST = { snapshot: null, own: undefined };

/** Runs a pipeline; a `$match` at its beginning uses the indexes, as do a `$sort` and a `$limit` that follow it. */
export function aggregateDocuments(
  collection: Collection,
  stages: Fields[],
  collectionNamed: (name: string) => Collection | undefined,
  report: (scan: Scan) => void,
): StoredDocument[] {
  if (stages.slice(1).some(stage => '$geoNear' in stage)) throw requestFailed(NOT_FIRST);
  const { request, rest } = leadingRequest(stages);
  const documentsOf = (from: Collection, selection: SelectRequest) =>
    selectDocuments(from, selection, NEWEST, report).map(({ document }) => document);
  const foreign = (name: string): Fields[] => {
    const from = collectionNamed(name);
    return from === undefined ? [] : documentsOf(from, { query: {} });
  };
  return runPipeline(
    documentsOf(collection, request),
    withGeoField(collection, rest),
    foreign,
  ) as StoredDocument[];
}

/** `$geoNear` has to be the first stage, and takes its field from the geo index unless `key` names it. */
function withGeoField(collection: Collection, stages: Fields[]): Fields[] {
  const spec = stages[0]?.$geoNear as Fields | undefined;
  if (spec === undefined) return stages;
  return [{ $geoNear: { ...spec, key: spec.key ?? geoField(collection) } }, ...stages.slice(1)];
}

/** What of a pipeline's beginning is a find: `$match`, `$sort`, `$limit`, in this order. */
function leadingRequest(stages: Fields[]): { request: SelectRequest; rest: Fields[] } {
  const request: SelectRequest = { query: {} };
  let taken = 0;
  if (isPlainObject(stages[taken]?.$match)) request.query = stages[taken++]!.$match as Fields;
  if (isPlainObject(stages[taken]?.$sort)) request.order = stages[taken++]!.$sort as Record<string, 1 | -1>;
  if (isPositive(stages[taken]?.$limit)) request.limit = stages[taken++]!.$limit as number;
  return { request, rest: stages.slice(taken) };
}

function isPositive(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) > 0;
}
