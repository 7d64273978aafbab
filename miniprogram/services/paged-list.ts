import type { Copy } from './offline-copy';

export interface Page<Item, Cursor> {
  items: Item[];
  nextCursor: Cursor | null;
}

/** Where a list's pages come from. */
export interface PageSource<Item, Cursor> {
  first(): Promise<Copy<Page<Item, Cursor>>>;
  more(cursor: Cursor): Promise<Page<Item, Cursor>>;
  monthOf(item: Item): string;
  /** What the server says of these whole months, in words by month; the rows here may be a part of a month only. */
  sumMonths(months: string[]): Promise<Record<string, string>>;
}

/** The most months that are summed in one call. */
const MONTHS_A_CALL = 6;

/**
 * A list that is read a page at a time, with the sums of its months. Reading the first page begins a new round: what
 * comes back for an older one is dropped, so that a slow answer never stands beside newer rows.
 */
export class PagedList<Item, Cursor> {
  items: Item[] = [];
  sums: Readonly<Record<string, string>> = {};
  /** When the first page was read, and whether it is a stored copy. */
  copy = { atMs: 0, isStored: false };
  /** Further pages have been read since the first one. */
  isBeyondFirst = false;
  private cursor: Cursor | null = null;
  private round = 0;
  private isReadingMore = false;

  constructor(private readonly source: PageSource<Item, Cursor>) {}

  get hasMore(): boolean {
    return this.cursor !== null;
  }

  /** False when a newer round has begun meanwhile and nothing is to be shown. Throws `ServiceError`. */
  async readFirst(): Promise<boolean> {
    this.round += 1;
    const { round } = this;
    const { data, atMs, isStored } = await this.source.first();
    const sums = isStored ? {} : await this.sumsOf(data.items, {});
    if (round !== this.round) return false;
    Object.assign(this, { items: data.items, cursor: data.nextCursor, sums, copy: { atMs, isStored } });
    this.isBeyondFirst = false;
    return true;
  }

  /** False when there was nothing to read or it is no longer wanted. Throws `ServiceError`. */
  async readMore(): Promise<boolean> {
    const { cursor, round } = this;
    if (cursor === null || this.isReadingMore) return false;
    this.isReadingMore = true;
    try {
      const page = await this.source.more(cursor);
      const sums = await this.sumsOf(page.items, this.sums);
      if (round !== this.round) return false;
      this.items = [...this.items, ...page.items];
      this.isBeyondFirst = true;
      this.cursor = page.nextCursor;
      this.sums = { ...this.sums, ...sums };
      return true;
    } finally {
      this.isReadingMore = false;
    }
  }

  /** Sums that are not known yet. A list without them is better than none. */
  private async sumsOf(
    items: Item[],
    known: Readonly<Record<string, string>>,
  ): Promise<Record<string, string>> {
    const months = [...new Set(items.map(this.source.monthOf))].filter(month => known[month] === undefined);
    if (months.length === 0) return {};
    return this.source.sumMonths(months.slice(0, MONTHS_A_CALL)).catch(() => ({}));
  }
}
