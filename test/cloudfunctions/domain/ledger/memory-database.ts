import {
  type Collection,
  type Conditions,
  type Database,
  DatabaseError,
  type Find,
  type Transaction,
} from '../../../../cloudfunctions/platform';

type Document = { _id: string };
type Collections = Map<string, Map<string, string>>;

/**
 * The least database that the ledger can be tried on without a process: documents as JSON texts, so that nothing is
 * shared with the caller, and transactions one after the other.
 */
export class MemoryDatabase implements Pick<Database, 'get' | 'find' | 'transact'> {
  private collections: Collections = new Map();

  /** The whole contents as one text, to see that nothing has changed. */
  contents(): string {
    return JSON.stringify([...this.collections].map(([name, documents]) => [name, [...documents]]));
  }

  all<T extends Document>(collection: Collection<T>): T[] {
    return [...this.documents(collection.name).values()].map(text => JSON.parse(text) as T);
  }

  async get<T extends Document>(collection: Collection<T>, id: string): Promise<T | null> {
    const text = this.documents(collection.name).get(id);
    return text === undefined ? null : (JSON.parse(text) as T);
  }

  async find<T extends Document>(collection: Collection<T>, request: Find): Promise<T[]> {
    return this.all(collection)
      .filter(document => matches(document, request.where))
      .sort((left, right) => compare(left, right, request.orderBy ?? []))
      .slice(0, request.limit);
  }

  async transact<R>(work: (transaction: Transaction) => Promise<R>): Promise<R> {
    const before = new Map([...this.collections].map(([name, documents]) => [name, new Map(documents)]));
    try {
      return await work({
        get: (collection, id) => this.get(collection, id),
        add: async (collection, document) => {
          if (this.documents(collection.name).has(document._id))
            throw new DatabaseError('duplicate', document._id);
          this.documents(collection.name).set(document._id, JSON.stringify(document));
        },
        update: async (collection, id, patch) => {
          const old = this.documents(collection.name).get(id);
          if (old === undefined) throw new DatabaseError('missing', id);
          this.documents(collection.name).set(id, JSON.stringify({ ...JSON.parse(old), ...patch }));
        },
        remove: async (collection, id) => void this.documents(collection.name).delete(id),
      });
    } catch (error) {
      this.collections = before;
      throw error;
    }
  }

  private documents(name: string): Map<string, string> {
    if (!this.collections.has(name)) this.collections.set(name, new Map());
    return this.collections.get(name)!;
  }
}

const fieldOf = (document: object, field: string): unknown => (document as Record<string, unknown>)[field];

function matches(document: object, where: Conditions): boolean {
  return Object.entries(where).every(([field, condition]) => {
    const value = fieldOf(document, field);
    if (typeof condition !== 'object' || condition === null) return value === condition;
    if (!('below' in condition))
      throw new Error(`not a condition of this double: ${JSON.stringify(condition)}`);
    return Number(value) < Number(condition.below);
  });
}

function compare(left: object, right: object, orderBy: NonNullable<Find['orderBy']>): number {
  for (const [field, direction] of orderBy) {
    const difference = Number(fieldOf(left, field)) - Number(fieldOf(right, field));
    if (difference !== 0) return direction === 'asc' ? difference : -difference;
  }
  return 0;
}
