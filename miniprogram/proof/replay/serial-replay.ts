import type { ExportedEntry } from './exported-entry';

interface Range {
  pool: string;
  direction: 'in' | 'out';
  from: number;
  to: number;
}

/** The numbers of a pool's grams, from nothing but postings: each comes in once, in order, and leaves once, in order. */
export class SerialReplay {
  issued: number;
  left: number;
  private readonly isPool: boolean;

  constructor(
    private readonly account: string,
    state = { issued: 0, left: 0 },
  ) {
    this.issued = state.issued;
    this.left = state.left;
    this.isPool = account.startsWith('pool:');
  }

  /** @returns what is wrong with the numbers that the entry names; null when nothing is */
  apply(entry: ExportedEntry): string | null {
    if (!this.isPool) return null;
    const all = (Array.isArray(entry.serials) ? entry.serials : []) as (Partial<Range> | null)[];
    const named = all.filter(range => range?.pool === this.account);
    const expected = this.expectedOf(entry);
    const isSame =
      named.length === expected.length &&
      expected.every(({ direction, from, to }, index) => {
        const range = named[index];
        return range?.direction === direction && range.from === from && range.to === to;
      });
    if (isSame) return null;
    return `its grams have the numbers ${expected.map(({ from, to }) => `${from} to ${to}`).join(', ')}`;
  }

  private expectedOf({ postings }: ExportedEntry): Range[] {
    const ranges: Range[] = [];
    for (const { source, destination, lots } of postings) {
      for (const { amount } of lots) {
        if (destination === this.account) ranges.push(this.next('in', amount));
        if (source === this.account) ranges.push(this.next('out', amount));
      }
    }
    return ranges;
  }

  private next(direction: 'in' | 'out', amount: number): Range {
    const count = direction === 'in' ? 'issued' : 'left';
    const from = this[count] + 1;
    this[count] += amount;
    return { pool: this.account, direction, from, to: this[count] };
  }
}
