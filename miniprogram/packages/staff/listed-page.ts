import type { FailureView } from '../../views/failure';
import { failureOf } from './failure-of';

/** What such a page shows of its list. */
interface ListData {
  /** Null until they are known. */
  rows: unknown[] | null;
  hasMore: boolean;
  failure: FailureView | null;
  /** Of a further page; the rows that are there stay. */
  moreFailure: FailureView | null;
}

/** What a page with a list says itself: where the rows come from and how they look. */
interface ListedPage {
  data: ListData;
  items: unknown[];
  cursor: string | null;
  round: number;
  isReadingMore: boolean;
  setData(change: object): void;
  /** A page of what is asked for at the moment, from the beginning without a cursor. Throws `ServiceError`. */
  readItems(cursor: string | null): Promise<{ items: unknown[]; nextCursor: string | null }>;
  viewRows(items: unknown[]): unknown[];
  leaveRows(change: object): void;
  refresh(): Promise<void>;
  readMore(): Promise<void>;
}

/** The rows that are new or look otherwise now, by their paths: a further page need not send the list again. */
function changedRows(before: readonly unknown[], after: readonly unknown[]): Record<string, unknown> {
  const changed = after
    .map((row, index) => [`rows[${index}]`, row, before[index]] as const)
    .filter(([, row, old]) => JSON.stringify(row) !== JSON.stringify(old));
  return Object.fromEntries(changed.map(([path, row]) => [path, row]));
}

export const noRows: ListData = { rows: null, hasMore: false, failure: null, moreFailure: null };

/**
 * Of every list in the console that is read a page at a time. Asking anew begins a round: what comes for an older one is
 * dropped, so that a slow answer never stands below another tab. Rows that are there stay when reading fails.
 */
export const listedPage = {
  items: [] as unknown[],
  cursor: null as string | null,
  round: 0,
  isReadingMore: false,

  async refresh(this: ListedPage): Promise<void> {
    this.round += 1;
    this.isReadingMore = false;
    const { round } = this;
    try {
      const { items, nextCursor } = await this.readItems(null);
      if (round !== this.round) return;
      Object.assign(this, { items, cursor: nextCursor });
      const rows = this.viewRows(items);
      this.setData({ rows, hasMore: nextCursor !== null, failure: null, moreFailure: null });
    } catch (error) {
      if (round === this.round) this.setData({ failure: failureOf(error) });
    }
  },

  async readMore(this: ListedPage): Promise<void> {
    const { cursor, round } = this;
    if (cursor === null || this.isReadingMore) return;
    this.isReadingMore = true;
    try {
      const page = await this.readItems(cursor);
      if (round !== this.round) return;
      Object.assign(this, { items: [...this.items, ...page.items], cursor: page.nextCursor });
      const changed = changedRows(this.data.rows ?? [], this.viewRows(this.items));
      this.setData({ ...changed, hasMore: page.nextCursor !== null, moreFailure: null });
    } catch (error) {
      if (round === this.round) this.setData({ moreFailure: failureOf(error) });
    } finally {
      if (round === this.round) this.isReadingMore = false;
    }
  },

  /** A page that did not come is asked for by a tap: scrolling would ask again and again. */
  async onReachBottom(this: ListedPage): Promise<void> {
    if (this.data.moreFailure === null) await this.readMore();
  },

  onRetryMore(this: ListedPage): void {
    this.setData({ moreFailure: null });
    void this.readMore();
  },

  /** Another question is asked, named by `change`: the rows of the last one go at once, and its answers do not come any more. */
  leaveRows(this: ListedPage, change: object): void {
    this.round += 1;
    this.setData({ ...noRows, ...change });
  },

  ask(this: ListedPage, change: object): Promise<void> {
    this.leaveRows(change);
    return this.refresh();
  },
};
