import { compareValues, equalValues } from '../query/compare-values';
import { encodeEjson } from '../query/ejson';
import type { DocumentRecord, Version } from './document-record';
import { indexKeys } from './index-keys';
import { SortedEntries } from './sorted-entries';
import type { IndexDeclaration, StoredDocument } from './store';
import type { Transaction } from './transaction';

/**
 * One index of a collection. It holds an entry for every key of every kept version, so that a snapshot finds its
 * documents too; whoever reads it tests the version that he sees.
 */
export class DeclaredIndex {
  readonly entries: SortedEntries;
  readonly paths: string[][];
  /** Keys of a unique index that open transactions have written but not committed. */
  readonly claims = new Map<string, Transaction>();
  /** Set once a document had an array here; such an index neither orders nor narrows by two conditions. */
  isMultikey = false;

  constructor(readonly declaration: IndexDeclaration) {
    this.paths = declaration.fields.map(({ field }) => field.split('.'));
    this.entries = new SortedEntries(this.directions);
  }

  get isGeo(): boolean {
    return this.declaration.fields.some(({ direction }) => direction === '2dsphere');
  }

  get directions(): number[] {
    return this.declaration.fields.map(({ direction }) => (direction === -1 ? -1 : 1));
  }

  keysOf(document: StoredDocument | null): unknown[][] {
    if (document === null || this.isGeo) return [];
    return indexKeys(document, this.paths);
  }

  /** Adds the entries of a record's newest version that its older versions do not have yet. */
  add(record: DocumentRecord): void {
    const keys = distinctKeys(this.keysOf(record.newest?.document ?? null));
    if (keys.length > 1 || keys.some(hasNoScalar)) this.isMultikey = true;
    const present = this.keysOfVersions(record.newest?.previous ?? null);
    for (const key of keys) if (!includesKey(present, key)) this.entries.insert({ key, record });
  }

  /** Adds the entries of all of a record's versions, for an index that is built over existing documents. */
  addAll(record: DocumentRecord): void {
    const keys = distinctKeys(this.keysOfVersions(record.newest));
    if (keys.length > 1 || keys.some(hasNoScalar)) this.isMultikey = true;
    for (const key of keys) this.entries.insert({ key, record });
  }

  /** Removes the entries of versions that were dropped from a record and that no remaining version has. */
  removeDropped(record: DocumentRecord, dropped: Version | null): void {
    const remaining = this.keysOfVersions(record.newest);
    for (const key of distinctKeys(this.keysOfVersions(dropped))) {
      if (!includesKey(remaining, key)) this.entries.remove({ key, record });
    }
  }

  private keysOfVersions(newest: Version | null): unknown[][] {
    const keys: unknown[][] = [];
    for (let version = newest; version !== null; version = version.previous) {
      keys.push(...this.keysOf(version.document));
    }
    return keys;
  }

  /** Every record with an entry of exactly this key, whichever of its versions that is. */
  *recordsWith(key: unknown[]): Generator<DocumentRecord> {
    const { directions } = this;
    for (const entry of this.entries.ascending(({ key: other }) => compareKeys(other, key, directions))) {
      yield entry.record;
    }
  }
}

function hasNoScalar(key: unknown[]): boolean {
  return key.some(value => value === undefined || Array.isArray(value));
}

function compareKeys(left: unknown[], right: unknown[], directions: readonly number[]): number {
  for (let index = 0; index < directions.length; index++) {
    const order = compareValues(left[index], right[index]);
    if (order !== 0) return order * directions[index]!;
  }
  return 0;
}

export function sameKey(left: unknown[], right: unknown[]): boolean {
  return left.every((value, index) => equalValues(value, right[index]));
}

export function includesKey(keys: unknown[][], key: unknown[]): boolean {
  return keys.some(other => sameKey(other, key));
}

function distinctKeys(keys: unknown[][]): unknown[][] {
  if (keys.length < 2) return keys;
  return keys.filter((key, index) => !includesKey(keys.slice(0, index), key));
}

/** Text of a key, equal for equal keys. */
export function keyText(key: unknown[]): string {
  return encodeEjson(key.map(value => (value === 0 ? 0 : (value ?? null))));
}
