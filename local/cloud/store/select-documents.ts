import { compileFilter } from '../query/compile-filter';
import { type Order, orderValue, sortDocuments } from '../query/sort-documents';
import { choosePlan, type Plan } from './choose-plan';
import type { Collection } from './collection';
import { type DeclaredIndex, includesKey } from './declared-index';
import { documentKey } from './document-key';
import { type DocumentRecord, type Version, versionAt } from './document-record';
import { byDistance, type NearSearch, nearSearch } from './near-search';
import type { Scan, StoredDocument } from './store';
import type { PendingWrite, PendingWrites, Transaction } from './transaction';

export interface Match {
  record: DocumentRecord;
  document: StoredDocument;
  /** The document's extended JSON as the log has or will have it. */
  ejson: string;
}

export interface SelectRequest {
  query: Record<string, unknown>;
  order?: Order | undefined;
  skip?: number | undefined;
  limit?: number | undefined;
}

/** What an operation sees: the newest committed state, or a transaction's snapshot with its own writes on top. */
export interface View {
  snapshot: number | null;
  own: PendingWrites | undefined;
}

export function viewOf(collection: Collection, transaction: Transaction | null): View {
  return { snapshot: transaction?.snapshot ?? null, own: transaction?.writes.get(collection) };
}

/** The document of a record as a view sees it; null when it is not there. */
export function visibleDocument(record: DocumentRecord, view: View): StoredDocument | null {
  return visibleState(record, view)?.document ?? null;
}

function visibleState(record: DocumentRecord, view: View): PendingWrite | Version | null {
  return view.own?.get(record.key) ?? versionAt(record, view.snapshot);
}

/**
 * Finds the documents of a view that match a query, in the order asked for, and tells how many it looked at. The
 * whole filter is always applied: an index only narrows what it is applied to.
 */
export function selectDocuments(
  collection: Collection,
  request: SelectRequest,
  view: View,
  report: (scan: Scan) => void,
): Match[] {
  const id = onlyId(request.query);
  if (id !== NOT_ONLY_ID) return selectById(collection, id, request, view, report);
  const search = nearSearch(collection, request.query);
  if (search !== null) return selectNear(collection, request, view, report, search);
  const plan = choosePlan(collection, request.query, request.order);
  const enough = endsEarly(plan, request, view);
  const matches = collectMatches(
    candidates(collection, plan, view),
    collection,
    plan,
    request,
    enough,
    report,
  );
  return isInOrder(plan, request, view)
    ? page(matches, request)
    : page(sorted(matches, request.order), request);
}

/** `$near` walks through the collection and orders by distance, unless another order is asked for. */
function selectNear(
  collection: Collection,
  request: SelectRequest,
  view: View,
  report: (scan: Scan) => void,
  search: NearSearch,
): Match[] {
  const everything = candidates(collection, null, view);
  const matches = collectMatches(everything, collection, search, request, Number.POSITIVE_INFINITY, report);
  const inOrder = request.order === undefined ? byDistance(matches, search) : sorted(matches, request.order);
  return page(inOrder, request);
}

const NOT_ONLY_ID = Symbol('other conditions');

/** The value of `{_id: value}`, the query of every `doc()` operation. */
function onlyId(query: Record<string, unknown>): unknown {
  for (const name in query) if (name !== '_id') return NOT_ONLY_ID;
  const id = query._id;
  if (typeof id === 'string' || typeof id === 'number') return id;
  return NOT_ONLY_ID;
}

function selectById(
  collection: Collection,
  id: unknown,
  request: SelectRequest,
  view: View,
  report: (scan: Scan) => void,
): Match[] {
  const record = collection.records.get(documentKey(id));
  const match = record === undefined ? null : matchOf(record, visibleState(record, view));
  report({ collection: collection.name, index: '_id', documentsExamined: match === null ? 0 : 1 });
  return match === null ? [] : page([match], request);
}

function matchOf(record: DocumentRecord, state: PendingWrite | Version | null): Match | null {
  if (state === null || state.document === null) return null;
  return { record, document: state.document, ejson: state.ejson };
}

function hasOwnWrites(view: View): boolean {
  return view.own !== undefined && view.own.size > 0;
}

/** A transaction's own writes come after the committed documents, so an order has to be made by sorting. */
function isInOrder(plan: Plan | null, request: SelectRequest, view: View): boolean {
  if (request.order === undefined) return true;
  return plan?.isOrdered === true && !hasOwnWrites(view);
}

function endsEarly(plan: Plan | null, request: SelectRequest, view: View): number {
  if (request.limit === undefined || !isInOrder(plan, request, view)) return Number.POSITIVE_INFINITY;
  return (request.skip ?? 0) + request.limit;
}

function collectMatches(
  found: Iterable<Match>,
  collection: Collection,
  plan: { index: DeclaredIndex } | null,
  { query, order }: SelectRequest,
  enough: number,
  report: (scan: Scan) => void,
): Match[] {
  const scan: Scan = {
    collection: collection.name,
    index: plan?.index.declaration.name ?? null,
    documentsExamined: 0,
  };
  const filter = compileFilter(query);
  const paths = Object.keys(order ?? {});
  const matches: Match[] = [];
  for (const match of enough > 0 ? found : []) {
    scan.documentsExamined++;
    if (!filter(match.document)) continue;
    // Refuses an array in the path of the order, also where an index makes sorting unnecessary.
    for (const path of paths) orderValue(match.document, path);
    if (matches.push(match) >= enough) break;
  }
  report(scan);
  return matches;
}

function sorted(matches: Match[], order: Order | undefined): Match[] {
  if (order === undefined) return matches;
  const byDocument = new Map(matches.map(match => [match.document, match]));
  return sortDocuments([...byDocument.keys()], order).map(document => byDocument.get(document)!);
}

function page(matches: Match[], { skip = 0, limit }: SelectRequest): Match[] {
  if (skip === 0 && (limit === undefined || limit >= matches.length)) return matches;
  return matches.slice(skip, limit === undefined ? undefined : skip + limit);
}

function* candidates(collection: Collection, plan: Plan | null, view: View): Generator<Match> {
  const committed = plan === null ? collection.records.values() : indexed(plan, view);
  for (const record of committed) {
    if (view.own?.has(record.key)) continue;
    const match = matchOf(record, versionAt(record, view.snapshot));
    if (match !== null) yield match;
  }
  for (const write of view.own?.values() ?? []) {
    const match = matchOf(write.record, write);
    if (match !== null) yield match;
  }
}

/** Records in the order of the index, each once, and only under a key that its visible version has. */
function* indexed({ index, ranges, isReversed }: Plan, view: View): Generator<DocumentRecord> {
  const seen = index.isMultikey ? new Set<DocumentRecord>() : null;
  for (const range of ranges) {
    const entries = isReversed ? index.entries.descending(range) : index.entries.ascending(range);
    for (const { key, record } of entries) {
      if (seen?.has(record)) continue;
      if (record.newest?.previous != null && !isVisibleUnder(key, record, view)) continue;
      seen?.add(record);
      yield record;
    }
  }

  function isVisibleUnder(key: unknown[], record: DocumentRecord, seenBy: View): boolean {
    const document = versionAt(record, seenBy.snapshot)?.document ?? null;
    return includesKey(index.keysOf(document), key);
  }
}
