import type {
  Collection,
  Condition,
  Conditions,
  Database,
  Find,
  Patch,
} from '../../../cloudfunctions/platform';

type Document = { _id: string } & Record<string, unknown>;

/** A database that answers from memory without copying anything: what is measured is whoever asks it. */
export class HeldDocuments implements Database {
  private readonly collections = new Map<string, Map<string, Document>>();
  private readonly byAccount = new Map<string, Document[]>();

  put(name: string, document: { _id: string }): void {
    this.of(name).set(document._id, document as Document);
    if (name !== 'ledger_entries') return;
    const { account } = document as Document;
    const own = this.byAccount.get(account as string) ?? [];
    this.byAccount.set(account as string, own);
    own.push(document as Document);
  }

  /** Forgets what is in a collection. */
  clear(name: string): void {
    this.collections.delete(name);
  }

  async get<T extends { _id: string }>({ name }: Collection<T>, id: string): Promise<T | null> {
    return (this.of(name).get(id) as unknown as T | undefined) ?? null;
  }

  async find<T extends { _id: string }>({ name }: Collection<T>, request: Find): Promise<T[]> {
    const found = this.candidates(name, request.where).filter(document => matches(document, request.where));
    for (const [field, direction] of request.orderBy ?? []) {
      const sign = direction === 'asc' ? 1 : -1;
      found.sort((left, right) => sign * ((left[field] as string) < (right[field] as string) ? -1 : 1));
    }
    return found.slice(0, request.limit) as unknown as T[];
  }

  async count<T extends { _id: string }>({ name }: Collection<T>, where: Conditions): Promise<number> {
    return this.candidates(name, where).filter(document => matches(document, where)).length;
  }

  async add<T extends { _id: string }>({ name }: Collection<T>, document: T): Promise<void> {
    this.put(name, document);
  }

  async updateWhere<T extends { _id: string }>(
    { name }: Collection<T>,
    where: Conditions,
    patch: Patch<T>,
  ): Promise<number> {
    const found = this.candidates(name, where).filter(document => matches(document, where));
    for (const document of found) this.of(name).set(document._id, { ...document, ...patch });
    return found.length;
  }

  removeWhere(): Promise<number> {
    throw new Error('nothing is removed');
  }

  transact(): Promise<never> {
    throw new Error('a sound ledger needs no transaction to be checked');
  }

  private of(name: string): Map<string, Document> {
    const documents = this.collections.get(name) ?? new Map<string, Document>();
    this.collections.set(name, documents);
    return documents;
  }

  /** By id or account where these are named, else all. */
  private candidates(name: string, { _id: id, account }: Conditions): Document[] {
    const names = (condition: Condition | undefined) =>
      typeof condition === 'object' && condition !== null && 'oneOf' in condition ? condition.oneOf : null;
    const ids = typeof id === 'string' ? [id] : names(id);
    if (ids) return ids.flatMap(each => this.of(name).get(String(each)) ?? []);
    const accounts = names(account);
    if (accounts) return accounts.flatMap(each => this.byAccount.get(String(each)) ?? []);
    return [...this.of(name).values()];
  }
}

function matches(document: Document, where: Conditions): boolean {
  return Object.entries(where).every(([field, condition]) => holds(document[field], condition));
}

function holds(value: unknown, condition: Condition): boolean {
  if (typeof condition !== 'object' || condition === null) return value === condition;
  if ('oneOf' in condition) return condition.oneOf.includes(value as string);
  const { above, from, below, upTo } = condition;
  const [own] = [value as string];
  return (
    (above === undefined || own > above!) &&
    (from === undefined || own >= from!) &&
    (below === undefined || own < below!) &&
    (upTo === undefined || own <= upTo!)
  );
}
