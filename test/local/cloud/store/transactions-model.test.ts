import type { Store, StoredDocument } from '../../../../local/cloud/store';
import * as fc from '../../../support/fast-check';
import { closeTemporaryStores, temporaryStore } from './temporary-store';

afterEach(closeTemporaryStores);

/** Rounds of the property; a soak multiplies them. */
const ROUNDS = 150 * Number(process.env.SOAK ?? 1);

type State = ReadonlyMap<number, { k: number; n: number }>;

/** Snapshot isolation in its simplest form: whole states, kept for ever. */
class Model {
  committed: State = new Map();
  sequence = 0;
  /** Number of the commit that last wrote a document. */
  readonly writtenAt = new Map<number, number>();
  readonly open = new Map<number, ModelTransaction>();

  view(transaction: ModelTransaction | undefined): Map<number, { k: number; n: number }> {
    const state = new Map(transaction?.snapshot ?? this.committed);
    for (const [id, value] of transaction?.writes ?? []) {
      if (value === null) state.delete(id);
      else state.set(id, value);
    }
    return state;
  }

  isLocked(id: number, by?: ModelTransaction): boolean {
    return [...this.open.values()].some(other => other !== by && other.writes.has(id));
  }

  /** Whether writing this document is refused as a conflict. */
  conflicts(id: number, transaction: ModelTransaction): boolean {
    return this.isLocked(id, transaction) || (this.writtenAt.get(id) ?? 0) > transaction.sequence;
  }

  /** Whether any state that the writer competes with has the key in another document. */
  keyIsTaken(id: number, k: number, writer: ModelTransaction | undefined): boolean {
    const own = writer?.writes;
    const rivals = [this.committed, writer?.snapshot ?? this.committed];
    const competing = rivals.flatMap(state => [...state].filter(([other]) => !own?.has(other)));
    for (const transaction of this.open.values()) competing.push(...entriesOf(transaction));
    return competing.some(([other, value]) => other !== id && value.k === k);
  }

  commit(writes: Iterable<[number, { k: number; n: number } | null]>): void {
    const next = new Map(this.committed);
    this.sequence++;
    for (const [id, value] of writes) {
      this.writtenAt.set(id, this.sequence);
      if (value === null) next.delete(id);
      else next.set(id, value);
    }
    this.committed = next;
  }
}

interface ModelTransaction {
  snapshot: State;
  sequence: number;
  writes: Map<number, { k: number; n: number } | null>;
  /** Keys it has written at any time; they stay reserved until it ends. */
  claimed: Map<number, number[]>;
}

function entriesOf({ writes, claimed }: ModelTransaction): [number, { k: number; n: number }][] {
  const written = [...writes].flatMap(([id, value]) =>
    value === null ? [] : [[id, value] as [number, { k: number; n: number }]],
  );
  const reserved = [...claimed].flatMap(([id, keys]) =>
    keys.map(k => [id, { k, n: 0 }] as [number, { k: number; n: number }]),
  );
  return [...written, ...reserved];
}

const slot = fc.integer({ min: 0, max: 3 });
const id = fc.integer({ min: 1, max: 4 });
const key = fc.integer({ min: 1, max: 5 });
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('begin' as const), slot }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('commit' as const), slot }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('abort' as const), slot }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('insert' as const), slot, id, key }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('update' as const), slot, id, key }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), slot, id }) },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** Slots 0 to 2 are transactions, slot 3 works outside of any. */
const OUTSIDE = 3;

class Comparison {
  private readonly model = new Model();
  private readonly ids = new Map<number, string>();
  private n = 0;

  constructor(private readonly store: Store) {}

  async apply(step: Step): Promise<void> {
    const transaction = this.model.open.get(step.slot);
    if (step.kind === 'begin') return this.begin(step.slot);
    if (step.slot !== OUTSIDE && transaction === undefined) return;
    if (step.kind === 'commit' || step.kind === 'abort') return this.end(step.kind, step.slot, transaction);
    // Outside a transaction a locked document or a reserved key is waited for, which another test covers.
    if (transaction === undefined && this.wouldWait(step)) return;
    await this.write(step, transaction);
  }

  private async begin(slot: number): Promise<void> {
    if (slot === OUTSIDE || this.model.open.has(slot)) return;
    this.ids.set(slot, this.store.startTransaction());
    const { committed, sequence } = this.model;
    this.model.open.set(slot, { snapshot: committed, sequence, writes: new Map(), claimed: new Map() });
    await this.compareView(slot);
  }

  private async end(
    kind: 'commit' | 'abort',
    slot: number,
    transaction: ModelTransaction | undefined,
  ): Promise<void> {
    if (transaction === undefined) return;
    const transactionId = this.ids.get(slot)!;
    if (kind === 'commit') await this.store.commitTransaction(transactionId);
    else await this.store.abortTransaction(transactionId);
    if (kind === 'commit' && transaction.writes.size > 0) this.model.commit(transaction.writes);
    this.model.open.delete(slot);
  }

  private wouldWait(step: Extract<Step, { id: number }>): boolean {
    if (this.model.isLocked(step.id)) return true;
    return [...this.model.open.values()].some(open => open.writes.size > 0);
  }

  private async write(
    step: Extract<Step, { id: number }>,
    transaction: ModelTransaction | undefined,
  ): Promise<void> {
    const expected = this.expectation(step, transaction);
    const n = ++this.n;
    const outcome = await this.perform(step, n).then(
      () => 'done',
      error => error.code as string,
    );
    expect(expected).toContain(outcome);
    if (outcome === 'done') this.record(step, n, transaction);
    else if (transaction !== undefined) this.model.open.delete(step.slot);
  }

  private expectation(
    step: Extract<Step, { id: number }>,
    transaction: ModelTransaction | undefined,
  ): string[] {
    const exists = this.model.view(transaction).has(step.id);
    const conflict = transaction !== undefined && this.model.conflicts(step.id, transaction);
    if (step.kind !== 'insert' && !exists) return ['done'];
    if (step.kind === 'insert' && exists)
      return conflict
        ? ['DATABASE_TRANSACTION_CONFLICT', 'DATABASE_DUPLICATE_WRITE']
        : ['DATABASE_DUPLICATE_WRITE'];
    if (conflict) return ['DATABASE_TRANSACTION_CONFLICT'];
    if (step.kind === 'remove' || !this.model.keyIsTaken(step.id, step.key, transaction)) return ['done'];
    return ['DATABASE_TRANSACTION_CONFLICT', 'DATABASE_DUPLICATE_WRITE'];
  }

  private async perform(step: Extract<Step, { id: number }>, n: number): Promise<unknown> {
    const query = { _id: step.id };
    const inside = step.slot === OUTSIDE ? {} : { transactionId: this.ids.get(step.slot)! };
    if (step.kind === 'insert')
      return this.store.insert('things', [{ ...query, k: step.key, n }], inside.transactionId);
    if (step.kind === 'remove') return this.store.remove('things', { query, multi: false, ...inside });
    const update = { $set: { k: step.key, n } };
    return this.store.modify('things', {
      query,
      update,
      merge: true,
      multi: false,
      upsert: false,
      ...inside,
    });
  }

  private record(
    step: Extract<Step, { id: number }>,
    n: number,
    transaction: ModelTransaction | undefined,
  ): void {
    if (step.kind !== 'insert' && !this.model.view(transaction).has(step.id)) return;
    const value = step.kind === 'remove' ? null : { k: step.key, n };
    if (transaction === undefined) {
      this.model.commit([[step.id, value]]);
      return;
    }
    transaction.writes.set(step.id, value);
    if (value !== null)
      transaction.claimed.set(step.id, [...(transaction.claimed.get(step.id) ?? []), value.k]);
  }

  async compareViews(): Promise<void> {
    for (const slot of [...this.model.open.keys(), OUTSIDE]) await this.compareView(slot);
  }

  /** A transaction's whole view by a walk, and every key of it by the index. */
  private async compareView(slot: number): Promise<void> {
    const inside = slot === OUTSIDE ? {} : { transactionId: this.ids.get(slot)! };
    const view = this.model.view(this.model.open.get(slot));
    const found = await this.store.find('things', { query: { n: { $gt: 0 } }, limit: 100, ...inside });
    expect(sorted(found)).toEqual(sorted(documentsOf(view)));
    for (const k of [1, 3, 5]) {
      const byKey = await this.store.find('things', { query: { k }, limit: 100, ...inside });
      expect(sorted(byKey)).toEqual(sorted(documentsOf(view).filter(document => document.k === k)));
    }
  }
}

function documentsOf(view: State): StoredDocument[] {
  return [...view].map(([_id, value]) => ({ _id, ...value }));
}

function sorted(documents: StoredDocument[]): StoredDocument[] {
  return [...documents].sort((left, right) => Number(left._id) - Number(right._id));
}

test('interleaved transactions behave as whole states that never change', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async steps => {
      const { store, reopen } = await temporaryStore();
      await store.declareIndexes('things', [
        { name: 'k', unique: true, fields: [{ field: 'k', direction: 1 }] },
      ]);
      const comparison = new Comparison(store);
      for (const one of steps) {
        await comparison.apply(one);
        await comparison.compareViews();
      }
      const before = await store.find('things', { query: {}, limit: 100 });
      expect(await (await reopen()).find('things', { query: {}, limit: 100 })).toEqual(before);
      await closeTemporaryStores();
    }),
    { numRuns: ROUNDS },
  );
});
