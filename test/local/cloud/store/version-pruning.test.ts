import { Collection } from '../../../../local/cloud/store/collection';
import { DeclaredIndex } from '../../../../local/cloud/store/declared-index';
import type { DocumentRecord } from '../../../../local/cloud/store/document-record';
import type { Transaction } from '../../../../local/cloud/store/transaction';
import { Transactions } from '../../../../local/cloud/store/transactions';
import * as fc from '../../../support/fast-check';

const ROUNDS = 200 * Number(process.env.SOAK ?? 1);

/** A collection of a few documents, rewritten and removed while snapshots come and go. */
class History {
  readonly collection = new Collection('things');
  readonly transactions = new Transactions();
  readonly index = new DeclaredIndex({ name: 'n', unique: false, fields: [{ field: 'n', direction: 1 }] });
  private readonly snapshots: Transaction[] = [];
  private readonly records = new Map<number, DocumentRecord>();

  constructor() {
    this.collection.indexes.push(this.index);
  }

  write(id: number, n: number | null): void {
    const key = String(id);
    const record = this.collection.records.get(key) ?? { id, key, row: id, newest: null, lockedBy: null };
    if (n === null && record.newest?.document == null) return;
    this.transactions.sequence++;
    this.collection.install(record, n === null ? null : { _id: id, n }, '', this.transactions.sequence);
    this.transactions.supersede(this.collection, record);
    this.records.set(id, record);
  }

  openSnapshot(): void {
    this.snapshots.push(this.transactions.use(this.transactions.start().id));
  }

  closeSnapshot(position: number): void {
    const [closed] = this.snapshots.splice(position % Math.max(1, this.snapshots.length), 1);
    if (closed !== undefined) this.transactions.end(closed);
  }

  get openSnapshots(): number {
    return this.snapshots.length;
  }

  /** Versions and index entries that are kept, of all documents. */
  kept(): { versions: number; entries: number; records: number } {
    let versions = 0;
    for (const { newest } of this.collection.records.values()) {
      for (let version = newest; version !== null; version = version.previous) versions++;
    }
    return {
      versions,
      entries: [...this.index.entries.ascending(() => 0)].length,
      records: this.collection.records.size,
    };
  }
}

const step = fc.oneof(
  fc.record({
    kind: fc.constant('write' as const),
    id: fc.integer({ min: 1, max: 3 }),
    n: fc.option(fc.integer({ min: 0, max: 3 })),
  }),
  fc.record({ kind: fc.constant('open' as const) }),
  fc.record({ kind: fc.constant('close' as const), position: fc.nat() }),
);

test('without open snapshots nothing old is left: one version a document, one entry a key, no removed document', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), steps => {
      const history = new History();
      for (const one of steps) {
        if (one.kind === 'write') history.write(one.id, one.n);
        else if (one.kind === 'open') history.openSnapshot();
        else history.closeSnapshot(one.position);
        const { versions, records } = history.kept();
        if (history.openSnapshots === 0) expect(versions).toBe(records);
      }
      while (history.openSnapshots > 0) history.closeSnapshot(0);
      const { versions, entries, records } = history.kept();
      const living = [...history.collection.records.values()].filter(
        ({ newest }) => newest?.document != null,
      ).length;
      expect({ versions, entries, records }).toEqual({ versions: living, entries: living, records: living });
    }),
    { numRuns: ROUNDS },
  );
});

test('the versions between two open snapshots go when the older one ends', () => {
  const history = new History();
  history.write(1, 0);
  history.openSnapshot();
  for (let n = 1; n <= 50; n++) history.write(1, n);
  history.openSnapshot();
  history.write(1, 99);
  history.closeSnapshot(0);
  expect(history.kept()).toEqual({ versions: 2, entries: 2, records: 1 });
});
