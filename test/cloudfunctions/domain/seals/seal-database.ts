import {
  type Collection,
  type Condition,
  type Conditions,
  type Database,
  DatabaseError,
  type Find,
  type Patch,
  type Scalar,
  type Transaction,
} from '../../../../cloudfunctions/platform';

type Document = { _id: string };
type Collections = Map<string, Map<string, string>>;
type Fields = Record<string, unknown> & Document;

/** The process is gone. */
export class Killed extends Error {}

/** Documents as JSON texts, shared by the processes of a test. */
export class SharedDocuments {
  private collections: Collections = new Map();

  of(name: string): Map<string, string> {
    if (!this.collections.has(name)) this.collections.set(name, new Map());
    return this.collections.get(name)!;
  }

  snapshot(): Collections {
    return new Map([...this.collections].map(([name, texts]) => [name, new Map(texts)]));
  }

  restore(snapshot: Collections): void {
    this.collections = snapshot;
  }

  all<T extends Document>({ name }: Collection<T>): T[] {
    return [...this.of(name).values()].map(text => JSON.parse(text) as T);
  }
}

/** One process's view of the documents; it can be killed before or after the effect of any of its calls. */
export class SealDatabase implements Database {
  calls = 0;
  private isDead = false;
  killAt: { call: number; when: 'before' | 'after' } | null = null;

  constructor(readonly documents: SharedDocuments) {}

  get<T extends Document>({ name }: Collection<T>, id: string): Promise<T | null> {
    return this.call(() => {
      const text = this.documents.of(name).get(id);
      return text === undefined ? null : (JSON.parse(text) as T);
    });
  }

  find<T extends Document>(collection: Collection<T>, request: Find): Promise<T[]> {
    return this.call(() => {
      const found = this.matching(collection, request.where);
      for (const [field, direction] of [...(request.orderBy ?? [])].reverse()) {
        const sign = direction === 'asc' ? 1 : -1;
        found.sort((left, right) => sign * compare(left[field], right[field]));
      }
      const { fields } = request;
      return found.slice(0, request.limit).map(document => pick(document, fields)) as unknown as T[];
    });
  }

  count<T extends Document>(collection: Collection<T>, where: Conditions): Promise<number> {
    return this.call(() => this.matching(collection, where).length);
  }

  add<T extends Document>({ name }: Collection<T>, document: T): Promise<void> {
    return this.call(() => {
      if (this.documents.of(name).has(document._id)) throw new DatabaseError('duplicate', document._id);
      this.documents.of(name).set(document._id, JSON.stringify(document));
    });
  }

  updateWhere<T extends Document>(
    collection: Collection<T>,
    where: Conditions,
    patch: Patch<T>,
  ): Promise<number> {
    return this.call(() => {
      const found = this.matching(collection, where);
      for (const document of found) {
        this.documents.of(collection.name).set(document._id, JSON.stringify({ ...document, ...patch }));
      }
      return found.length;
    });
  }

  removeWhere<T extends Document>(collection: Collection<T>, where: Conditions): Promise<number> {
    return this.call(() => {
      const found = this.matching(collection, where);
      for (const { _id } of found) this.documents.of(collection.name).delete(_id);
      return found.length;
    });
  }

  /** Undone as a whole when it fails; for transactions that come one after the other. */
  async transact<R>(work: (transaction: Transaction) => Promise<R>): Promise<R> {
    const before = this.documents.snapshot();
    try {
      return await work({
        get: (collection, id) => this.get(collection, id),
        add: (collection, document) => this.add(collection, document),
        update: async (collection, _id, patch) => void (await this.updateWhere(collection, { _id }, patch)),
        remove: async (collection, _id) => void (await this.removeWhere(collection, { _id })),
      });
    } catch (error) {
      this.documents.restore(before);
      throw error;
    }
  }

  private matching({ name }: { name: string }, where: Conditions): Fields[] {
    const all = [...this.documents.of(name).values()].map(text => JSON.parse(text) as Fields);
    return all.filter(document =>
      Object.entries(where).every(([field, condition]) => holds(valueAt(document, field), condition)),
    );
  }

  /** Whatever else a process asks of the world around it counts and dies in the same way. */
  async call<R>(effect: () => R): Promise<R> {
    // Others get their turn.
    await new Promise(resolve => setImmediate(resolve));
    const kill = this.killAt?.call === this.calls ? this.killAt.when : null;
    this.calls += 1;
    // Whoever is dead does nothing more, whatever the code around makes of the error.
    if (this.isDead || kill === 'before') {
      this.isDead = true;
      throw new Killed();
    }
    const result = effect();
    if (kill === 'after') {
      this.isDead = true;
      throw new Killed();
    }
    return result;
  }
}

const pick = (document: Fields, fields: readonly string[] | undefined): object =>
  fields ? Object.fromEntries(['_id', ...fields].map(field => [field, document[field]])) : document;

const compare = (left: unknown, right: unknown): number =>
  left === right ? 0 : (left as string) < (right as string) ? -1 : 1;

/** The value of `deletion.dueAtMs` as well as that of `uid`. */
const valueAt = (document: Fields, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (value as Fields | null | undefined)?.[name], document);

function holds(value: unknown, condition: Condition): boolean {
  if (typeof condition !== 'object' || condition === null) return value === condition;
  const bounds: Record<string, (order: number) => boolean> = {
    above: order => order > 0,
    from: order => order >= 0,
    below: order => order < 0,
    upTo: order => order <= 0,
  };
  // An array is found by any of its values.
  if ('oneOf' in condition) return [value].flat().some(one => condition.oneOf.includes(one as Scalar));
  // Bounds compare values of one type only.
  return Object.entries(condition).every(
    ([bound, limit]) => typeof value === typeof limit && bounds[bound]!(compare(value, limit)),
  );
}
