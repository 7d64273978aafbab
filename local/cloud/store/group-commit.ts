import type { DocumentLog, LogChange } from './document-log';
import { StoreError } from './store';

interface Batch {
  /** Keyed so that a document written twice in one batch goes to the log once. */
  changes: Map<string | number, LogChange>;
  durable: Promise<void>;
  settle: { resolve: () => void; reject: (error: Error) => void };
}

/**
 * Collects the changes of one turn of the event loop and commits them together: one fsync serves every caller
 * whose request arrived in that turn. After a commit that failed nothing more is written, because memory is then
 * ahead of the disk and no answer can be trusted.
 */
export class GroupCommit {
  private batch: Batch | null = null;
  private failure: StoreError | null = null;

  constructor(private readonly log: DocumentLog) {}

  /** Adds a change to the batch of this turn. */
  add(change: LogChange): void {
    this.refuseAfterFailure();
    this.batch ??= this.openBatch();
    this.batch.changes.set(changeKey(change), change);
  }

  /** Resolves once everything that memory holds now is on disk; null when it already is. */
  covering(): Promise<void> | null {
    this.refuseAfterFailure();
    return this.batch?.durable ?? null;
  }

  refuseAfterFailure(): void {
    if (this.failure !== null) throw this.failure;
  }

  /** Commits at once; called at the end of the turn and before closing. */
  flush(): void {
    const { batch } = this;
    this.batch = null;
    if (batch === null) return;
    try {
      this.log.write(batch.changes.values());
      batch.settle.resolve();
    } catch (error) {
      this.failure = new StoreError('DATABASE_REQUEST_FAILED', `写入磁盘失败,数据库已停止:${String(error)}`);
      batch.settle.reject(this.failure);
    }
  }

  /** Commits what is left and refuses everything from now on. */
  close(): void {
    this.flush();
    this.failure ??= new StoreError('DATABASE_REQUEST_FAILED', '数据库已关闭');
  }

  private openBatch(): Batch {
    let settle!: Batch['settle'];
    const durable = new Promise<void>((resolve, reject) => {
      settle = { resolve, reject };
    });
    // Whoever waits hears of the failure; a batch that nobody waits for must not end the process.
    durable.catch(() => undefined);
    setImmediate(() => this.flush());
    return { changes: new Map(), durable, settle };
  }
}

function changeKey(change: LogChange): string | number {
  switch (change.kind) {
    case 'put':
    case 'delete':
      return change.row;
    case 'collection':
      return `collection ${change.name}`;
    case 'index':
      return `index ${change.collection} ${change.declaration.name}`;
  }
}
