import { encodeEjson } from '../query/ejson';
import { resolveServerDates } from '../query/prepare-value';
import { compileProjection } from '../query/project-document';
import { aggregateDocuments } from './aggregate-documents';
import type { Collection } from './collection';
import { CollectionCatalogue } from './collection-catalogue';
import type { DocumentLog } from './document-log';
import type { FolderLock } from './folder-lock';
import { GroupCommit } from './group-commit';
import { insertion, insertions } from './insert-documents';
import { loadLog } from './load-log';
import { waitingForLocks } from './locked-error';
import { compileModification, modifications, upsertedDocument } from './modify-documents';
import { type Match, type SelectRequest, selectDocuments, viewOf } from './select-documents';
import type {
  FindRequest,
  IndexDeclaration,
  ModifyRequest,
  Scan,
  Selection,
  Store,
  StoredDocument,
} from './store';
import type { Transaction } from './transaction';
import { Transactions } from './transactions';
import { DocumentWriter } from './write-documents';

type Fields = Record<string, unknown>;

/** Documents in memory with a durable log behind them; see `Store` for what callers may rely on. */
export class DocumentStore implements Store {
  private readonly catalogue: CollectionCatalogue;
  private readonly transactions = new Transactions();
  private readonly groupCommit: GroupCommit;
  private readonly writer: DocumentWriter;
  private readonly scanListeners: ((scan: Scan) => void)[] = [];
  private lastRow: number;
  private isClosed = false;

  constructor(
    private readonly log: DocumentLog,
    private readonly lock: FolderLock,
    private readonly nowMs: () => number,
  ) {
    const loaded = loadLog(log);
    this.lastRow = loaded.lastRow;
    this.groupCommit = new GroupCommit(log);
    this.catalogue = new CollectionCatalogue(loaded.collections, this.groupCommit);
    this.writer = new DocumentWriter(this.transactions, this.groupCommit);
  }

  addCollection(name: string): Promise<void> {
    return this.operate(undefined, () => {
      this.catalogue.create(name);
    });
  }

  hasCollection(name: string): boolean {
    return this.catalogue.find(name) !== undefined;
  }

  collectionNames(): string[] {
    return this.catalogue.names();
  }

  declareIndexes(name: string, declarations: IndexDeclaration[]): Promise<void> {
    return this.operate(undefined, () => this.catalogue.declareIndexes(name, declarations));
  }

  indexesOf(name: string): IndexDeclaration[] {
    return this.catalogue.get(name).indexes.map(({ declaration }) => declaration);
  }

  startTransaction(): string {
    return this.transactions.start().id;
  }

  async commitTransaction(transactionId: string): Promise<void> {
    this.writer.commit(this.transactions.find(transactionId));
    await this.groupCommit.covering();
  }

  async abortTransaction(transactionId: string): Promise<void> {
    this.transactions.end(this.transactions.find(transactionId));
  }

  openTransactionCount(): number {
    return this.transactions.count;
  }

  insert(name: string, documents: Fields[], transactionId?: string): Promise<unknown[]> {
    return this.operate(transactionId, transaction => {
      const collection = this.catalogue.get(name);
      const changes = insertions(collection, documents, transaction, this.nextRow, this.nowMs);
      this.writer.write(collection, changes, transaction);
      return changes.map(({ record }) => record.id);
    });
  }

  find(name: string, request: FindRequest): Promise<StoredDocument[]> {
    return this.operate(request.transactionId, transaction => {
      const project = compileProjection(request.projection);
      const matches = this.select(this.catalogue.get(name), request, transaction);
      return matches.map(({ document }) => project(document) as StoredDocument);
    });
  }

  findEncoded(name: string, request: FindRequest): Promise<string[]> {
    return this.operate(request.transactionId, transaction => {
      const matches = this.select(this.catalogue.get(name), request, transaction);
      if (Object.keys(request.projection ?? {}).length === 0) return matches.map(({ ejson }) => ejson);
      const project = compileProjection(request.projection);
      return matches.map(({ document }) => encodeEjson(project(document)));
    });
  }

  count(name: string, request: Selection): Promise<number> {
    return this.operate(
      request.transactionId,
      transaction => this.select(this.catalogue.get(name), { query: request.query }, transaction).length,
    );
  }

  modify(name: string, request: ModifyRequest): Promise<{ updated: number; upsertedId: unknown }> {
    const { query, update, merge, multi, upsert } = request;
    return this.operate(request.transactionId, transaction => {
      const collection = this.catalogue.get(name);
      const modification = compileModification(update, merge, this.nowMs);
      const matches = this.select(collection, multi ? { query } : { query, limit: 1 }, transaction);
      if (matches.length > 0 || !upsert) {
        const changes = modifications(matches, modification);
        this.writer.write(collection, changes, transaction);
        return { updated: request.merge ? changes.length : matches.length, upsertedId: null };
      }
      const document = upsertedDocument(query, update, merge, this.nowMs);
      this.writer.write(
        collection,
        [insertion(collection, document, transaction, this.nextRow)],
        transaction,
      );
      return { updated: 0, upsertedId: document._id };
    });
  }

  modifyAndReturn(
    name: string,
    request: Selection & { update: Fields },
  ): Promise<{ updated: number; document: StoredDocument | null }> {
    return this.operate(request.transactionId, transaction => {
      const collection = this.catalogue.get(name);
      const modification = compileModification(request.update, true, this.nowMs);
      const matches = this.select(collection, { query: request.query, limit: 1 }, transaction);
      const changes = modifications(matches, modification);
      this.writer.write(collection, changes, transaction);
      const document = changes[0]?.document ?? matches[0]?.document ?? null;
      return { updated: matches.length, document };
    });
  }

  remove(name: string, request: Selection & { multi: boolean }): Promise<number> {
    return this.operate(request.transactionId, transaction => {
      const collection = this.catalogue.get(name);
      const { query, multi } = request;
      const matches = this.select(collection, multi ? { query } : { query, limit: 1 }, transaction);
      const changes = matches.map(({ record }) => ({ record, document: null }));
      this.writer.write(collection, changes, transaction);
      return matches.length;
    });
  }

  aggregate(name: string, stages: Fields[]): Promise<StoredDocument[]> {
    return this.operate(undefined, () =>
      aggregateDocuments(
        this.catalogue.get(name),
        resolveServerDates(stages, this.nowMs),
        foreign => this.catalogue.find(foreign),
        this.report,
      ),
    );
  }

  synchronousLevel(): number {
    return this.log.synchronousLevel();
  }

  onScan(listener: (scan: Scan) => void): void {
    this.scanListeners.push(listener);
  }

  async close(): Promise<void> {
    if (this.isClosed) return;
    this.isClosed = true;
    this.transactions.endAll();
    this.groupCommit.close();
    this.log.close();
    this.lock.release();
  }

  private readonly report = (scan: Scan): void => {
    for (const listener of this.scanListeners) listener(scan);
  };

  private readonly nextRow = (): number => ++this.lastRow;

  private select(collection: Collection, request: SelectRequest, transaction: Transaction | null): Match[] {
    const query = resolveServerDates(request.query, this.nowMs);
    return selectDocuments(collection, { ...request, query }, viewOf(collection, transaction), this.report);
  }

  /** Runs one operation and holds its answer back until the disk has everything that the answer may show. */
  private async operate<Result>(
    transactionId: string | undefined,
    work: (transaction: Transaction | null) => Result,
  ): Promise<Result> {
    this.groupCommit.refuseAfterFailure();
    const result =
      transactionId === undefined
        ? await waitingForLocks(() => work(null))
        : this.inTransaction(transactionId, work);
    await this.groupCommit.covering();
    return result;
  }

  /** Any refusal ends the transaction, as it does in MongoDB; the SDK sends no rollback after a conflict. */
  private inTransaction<Result>(transactionId: string, work: (transaction: Transaction) => Result): Result {
    const transaction = this.transactions.use(transactionId);
    try {
      return work(transaction);
    } catch (error) {
      this.transactions.end(transaction);
      throw error;
    }
  }
}
