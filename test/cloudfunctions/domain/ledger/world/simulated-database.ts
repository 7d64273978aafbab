import type { Entry } from '../../../../../cloudfunctions/domain/ledger';
import {
  type Collection,
  type Condition,
  type Conditions,
  type Database,
  DatabaseError,
  type Find,
  type Transaction,
} from '../../../../../cloudfunctions/platform';

type Document = { _id: string };
interface Stored {
  text: string;
  version: number;
}
type Documents = ReadonlyMap<string, Stored>;

/** The process is gone; nobody hears of it again. */
export class Crash extends Error {}

/** What happens to a process at its calls. Each may end with a `Crash`. */
export interface Fate {
  /** Before each call: others get their turn. */
  turn(): Promise<void>;
  /** At a commit that nothing is in the way of. `lost`: it happens, and nobody hears of it. */
  commit(): 'done' | 'conflict' | 'lost' | 'crash before' | 'crash after';
}

export const plainFate: Fate = { turn: async () => undefined, commit: () => 'done' };

/** What all processes see. */
export class SimulatedStore {
  /** Never changed but replaced by each commit, so that it is a snapshot for whoever holds it. */
  documents: Documents = new Map();
  /** Every entry in the order of the commits. */
  readonly committed: Entry[] = [];
  private versions = 0;

  contents(): string {
    return JSON.stringify([...this.documents].map(([key, { text }]) => [key, text]));
  }

  all<T extends Document>(name: string): T[] {
    return [...this.documents]
      .filter(([key]) => key.startsWith(`${name}/`))
      .map(([, { text }]) => JSON.parse(text) as T);
  }

  textOf(name: string, id: string): string | undefined {
    return this.documents.get(`${name}/${id}`)?.text;
  }

  get<T extends Document>(name: string, id: string): T | null {
    const stored = this.documents.get(`${name}/${id}`);
    return stored ? (JSON.parse(stored.text) as T) : null;
  }

  /** First committer wins; what a transaction only read is not protected. */
  isFree(seen: Documents, written: ReadonlyMap<string, string>): boolean {
    return [...written.keys()].every(key => this.documents.get(key)?.version === seen.get(key)?.version);
  }

  apply(written: ReadonlyMap<string, string>): void {
    const next = new Map(this.documents);
    this.documents = next;
    for (const [key, text] of written) {
      this.versions += 1;
      next.set(key, { text, version: this.versions });
      if (key.startsWith('ledger_entries/')) this.committed.push(JSON.parse(text) as Entry);
    }
  }
}

/** Snapshot isolation as the real database has it, seen by one process with a fate of its own. */
export class SimulatedDatabase implements Pick<Database, 'get' | 'find' | 'transact'> {
  calls = 0;

  constructor(
    private readonly store: SimulatedStore,
    private readonly fate: Fate,
  ) {}

  async get<T extends Document>({ name }: Collection<T>, id: string): Promise<T | null> {
    await this.call();
    return this.store.get<T>(name, id);
  }

  async find<T extends Document>(
    { name }: Collection<T>,
    { where, orderBy = [], limit }: Find,
  ): Promise<T[]> {
    await this.call();
    return this.store
      .all<T>(name)
      .filter(document => matches(document, where))
      .sort((left, right) => compare(left, right, orderBy))
      .slice(0, limit);
  }

  async transact<R>(work: (transaction: Transaction) => Promise<R>): Promise<R> {
    for (let tried = 0; tried < 30; tried += 1) {
      await this.call();
      const seen = this.store.documents;
      const written = new Map<string, string>();
      const result = await work(this.transaction(seen, written));
      if (await this.commit(seen, written)) return result;
    }
    throw new DatabaseError('conflict', 'fought over to the end');
  }

  private async call(): Promise<void> {
    this.calls += 1;
    await this.fate.turn();
  }

  private async commit(seen: Documents, written: ReadonlyMap<string, string>): Promise<boolean> {
    await this.call();
    if (!this.store.isFree(seen, written)) return false;
    const fate = this.fate.commit();
    if (fate === 'crash before') throw new Crash();
    if (fate === 'conflict') return false;
    this.store.apply(written);
    if (fate === 'crash after') throw new Crash();
    if (fate === 'lost') throw new DatabaseError('failed', 'the answer of the commit was lost');
    return true;
  }

  private transaction(seen: Documents, written: Map<string, string>): Transaction {
    const read = async (key: string): Promise<string | undefined> => {
      await this.call();
      return written.get(key) ?? seen.get(key)?.text;
    };
    return {
      get: async <T extends Document>({ name }: Collection<T>, id: string) => {
        const text = await read(`${name}/${id}`);
        return text === undefined ? null : (JSON.parse(text) as T);
      },
      add: async ({ name }, document) => {
        const key = `${name}/${document._id}`;
        if ((await read(key)) !== undefined) throw new DatabaseError('duplicate', key);
        written.set(key, JSON.stringify(document));
      },
      update: async ({ name }, id, patch) => {
        const key = `${name}/${id}`;
        const old = await read(key);
        const next = JSON.stringify({ ...JSON.parse(old ?? '{}'), ...patch });
        // The cloud reports an update that changes nothing like one of no document.
        if (old === undefined || next === old) throw new DatabaseError('missing', key);
        written.set(key, next);
      },
      remove: async () => {
        throw new Error('the ledger removes nothing');
      },
    };
  }
}

const matches = (document: object, where: Conditions): boolean =>
  Object.entries(where).every(([field, condition]) =>
    holds((document as Record<string, unknown>)[field], condition),
  );

/** Bounds compare values of one type only, as MongoDB does. */
function holds(value: unknown, condition: Condition): boolean {
  if (typeof condition !== 'object' || condition === null) return value === condition;
  const { from, above, below, ...rest } = condition as Record<string, string | undefined>;
  if (Object.keys(rest).length > 0) throw new Error(`not a condition of this double: ${Object.keys(rest)}`);
  const allows = (bound: string | undefined, is: (bound: string) => boolean): boolean =>
    bound === undefined || (typeof value === typeof bound && is(bound));
  const text = value as string;
  return (
    allows(from, bound => text >= bound) &&
    allows(above, bound => text > bound) &&
    allows(below, bound => text < bound)
  );
}

function compare(left: object, right: object, orderBy: NonNullable<Find['orderBy']>): number {
  for (const [field, direction] of orderBy) {
    const [one, other] = [left, right].map(document => (document as Record<string, string>)[field]!);
    if (one! === other!) continue;
    return one! < other! === (direction === 'asc') ? -1 : 1;
  }
  return 0;
}
