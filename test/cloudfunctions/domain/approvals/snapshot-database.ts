import {
  type Collection,
  type Condition,
  type Conditions,
  type Database,
  DatabaseError,
  type Find,
  type Transaction,
} from '../../../../cloudfunctions/platform';

type Document = { _id: string };
interface Stored {
  text: string;
  version: number;
}

/** The process is killed: nobody hears of anything that it had not committed. */
export class Killed extends Error {}

/**
 * Snapshot isolation in memory, as the real database has it: a transaction sees what was there when it began, and of two
 * that write one document the first to commit wins; what is only read is not protected, so that write skew shows.
 */
export class SnapshotDatabase implements Pick<Database, 'get' | 'find' | 'transact'> {
  private documents = new Map<string, Stored>();
  private versions = 0;
  conflicts = 0;
  /** After how many operations the process is killed; null for never. */
  killAfter: number | null = null;
  /** Whether the next commit happens without anybody hearing of it. */
  loseCommit = false;

  all<T extends Document>(collection: Collection<T>): T[] {
    return [...this.documents]
      .filter(([key]) => key.startsWith(`${collection.name}/`))
      .map(([, { text }]) => JSON.parse(text) as T);
  }

  async get<T extends Document>(collection: Collection<T>, id: string): Promise<T | null> {
    return parse<T>(this.documents.get(`${collection.name}/${id}`));
  }

  async find<T extends Document>(collection: Collection<T>, request: Find): Promise<T[]> {
    const [field = '_id', direction = 'asc'] = request.orderBy?.[0] ?? [];
    const sign = direction === 'asc' ? 1 : -1;
    return this.all(collection)
      .filter(document => matches(document, request.where))
      .sort((left, right) => (String(at(left, field)) < String(at(right, field)) ? -sign : sign))
      .slice(0, request.limit);
  }

  async transact<R>(work: (transaction: Transaction) => Promise<R>): Promise<R> {
    for (;;) {
      const seen = new Map(this.documents);
      const written = new Map<string, Stored | null>();
      const result = await work(this.transaction(seen, written));
      if (this.commit(seen, written)) return result;
      this.conflicts += 1;
    }
  }

  private transaction(seen: Map<string, Stored>, written: Map<string, Stored | null>): Transaction {
    const write = (key: string, document: object | null) => {
      this.versions += 1;
      const stored = document && { text: JSON.stringify(document), version: this.versions };
      written.set(key, stored);
    };
    const read = async (name: string, id: string): Promise<Document | null> => {
      await this.operate();
      const key = `${name}/${id}`;
      return parse(written.has(key) ? (written.get(key) ?? undefined) : seen.get(key));
    };
    return {
      get: <T extends Document>(collection: Collection<T>, id: string) =>
        read(collection.name, id) as Promise<T | null>,
      add: async (collection, document) => {
        if (await read(collection.name, document._id)) throw new DatabaseError('duplicate', document._id);
        write(`${collection.name}/${document._id}`, document);
      },
      update: async (collection, id, patch) => {
        const old = await read(collection.name, id);
        const next = { ...old, ...patch };
        // The cloud reports an update that changes nothing like one of no document.
        if (!old || JSON.stringify(next) === JSON.stringify(old)) throw new DatabaseError('missing', id);
        write(`${collection.name}/${id}`, next);
      },
      remove: async (collection, id) => {
        if (!(await read(collection.name, id))) throw new DatabaseError('missing', id);
        write(`${collection.name}/${id}`, null);
      },
    };
  }

  /** Gives others a turn, and dies when its time has come. */
  private async operate(): Promise<void> {
    await new Promise(resolve => setImmediate(resolve));
    if (this.killAfter === null) return;
    if (this.killAfter === 0) throw new Killed();
    this.killAfter -= 1;
  }

  private commit(seen: Map<string, Stored>, written: Map<string, Stored | null>): boolean {
    for (const key of written.keys()) {
      if (this.documents.get(key)?.version !== seen.get(key)?.version) return false;
    }
    for (const [key, stored] of written) {
      if (stored === null) this.documents.delete(key);
      else this.documents.set(key, stored);
    }
    if (!this.loseCommit) return true;
    this.loseCommit = false;
    throw new DatabaseError('failed', 'the answer of the commit was lost');
  }
}

const parse = <T>(stored: Stored | undefined): T | null => (stored ? (JSON.parse(stored.text) as T) : null);

const at = (document: object, field: string): unknown => (document as Record<string, unknown>)[field];

function matches(document: object, where: Conditions): boolean {
  return Object.entries(where).every(([path, condition]) => {
    const [field = '', inner] = path.split('.');
    const value = at(document, field);
    if (inner === undefined || !Array.isArray(value)) return holds(value, condition);
    return value.some(item => holds(at(item, inner), condition));
  });
}

/** Bounds compare values of one type only, as MongoDB does. */
function holds(value: unknown, condition: Condition): boolean {
  if (condition === null || typeof condition !== 'object') return value === condition;
  if ('oneOf' in condition) return condition.oneOf.includes(value as string);
  const compare = (bound: unknown, test: (difference: number) => boolean): boolean =>
    bound === undefined ||
    (typeof value === typeof bound &&
      test((value as string) < (bound as string) ? -1 : value === bound ? 0 : 1));
  return (
    compare(condition.above, difference => difference > 0) &&
    compare(condition.from, difference => difference >= 0) &&
    compare(condition.below, difference => difference < 0) &&
    compare(condition.upTo, difference => difference <= 0)
  );
}
