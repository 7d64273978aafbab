import { type Head, readLeaf } from './leaf';
import type { SealedEntry } from './sealed-log';

/**
 * The latest link of each account that entries touch; of many accounts only of those that come next by name, so that
 * memory does not grow with a day's riders.
 */
export class TouchedAccounts {
  private readonly heads = new Map<string, Head>();
  private last: string | null = null;

  /** @param after only accounts after this name, at most `limit` of them are asked for */
  constructor(
    private readonly after = '',
    private readonly limit = Number.POSITIVE_INFINITY,
  ) {}

  add(account: string, { seq, head }: Head): void {
    if (account <= this.after || (this.last !== null && account > this.last)) return;
    if (seq > (this.heads.get(account)?.seq ?? 0)) this.heads.set(account, { seq, head });
    if (this.heads.size >= 2 * this.limit) this.trim();
  }

  /** The name up to which all accounts are here; null when no later one was touched. */
  trim(): string | null {
    const beyond = [...this.heads.keys()].sort().slice(this.limit);
    for (const account of beyond) this.heads.delete(account);
    if (beyond.length > 0) this.last = [...this.heads.keys()].reduce((a, b) => (a > b ? a : b));
    return this.last;
  }

  addEntry({ links }: SealedEntry): void {
    for (const { account, seq, hash } of links) this.add(account, { seq, head: hash });
  }

  /** By name. */
  inOrder(): [account: string, head: Head][] {
    return [...this.heads].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  /** As texts; a hash that stands in a leaf is named by the leaf's number, because a database call has little room. */
  texts(leaves: readonly string[]): string[] {
    const numbers = new Map(leaves.map((leaf, number) => [hashIn(leaf), `#${number}`]));
    return this.inOrder().map(([account, { seq, head }]) => `${seq} ${numbers.get(head) ?? head} ${account}`);
  }

  addTexts(texts: readonly string[], leaves: readonly string[]): void {
    for (const text of texts) {
      const [seq, hash, ...account] = text.split(' ');
      const head = hash!.startsWith('#') ? hashIn(leaves[Number(hash!.slice(1))]!)! : hash!;
      this.add(account.join(' '), { seq: Number(seq), head });
    }
  }
}

function hashIn(text: string): string | undefined {
  const leaf = readLeaf(text);
  return 'hash' in leaf ? leaf.hash : undefined;
}
