import { isPlainObject } from '../query/plain-object';
import { runPipeline } from '../query/run-pipeline';
import type { Collection } from './collection';
import { type SelectRequest, selectDocuments } from './select-documents';
import type { Scan, StoredDocument } from './store';

type Fields = Record<string, unknown>;

const NEWEST = { snapshot: null, own: undefined };

/** Runs a pipeline; a `$match` at its beginning uses the indexes, as do a `$sort` and a `$limit` that follow it. */
export function aggregateDocuments(
  collection: Collection,
  stages: Fields[],
  collectionNamed: (name: string) => Collection | undefined,
  report: (scan: Scan) => void,
): StoredDocument[] {
  const { request, rest } = leadingRequest(stages);
  const documentsOf = (from: Collection, selection: SelectRequest) =>
    selectDocuments(from, selection, NEWEST, report).map(({ document }) => document);
  const foreign = (name: string): Fields[] => {
    const from = collectionNamed(name);
    return from === undefined ? [] : documentsOf(from, { query: {} });
  };
  return runPipeline(documentsOf(collection, request), rest, foreign) as StoredDocument[];
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
