import { type Head, readLeaf } from './leaf';
import type { SealedEntry } from './sealed-log';

/** The latest link of each account that entries touch. */
export class TouchedAccounts {
  private readonly heads = new Map<string, Head>();

  add(account: string, { seq, head }: Head): void {
    if (seq > (this.heads.get(account)?.seq ?? 0)) this.heads.set(account, { seq, head });
  }

  addEntry({ links }: SealedEntry): void {
    for (const { account, seq, hash } of links) this.add(account, { seq, head: hash });
  }

  /** By name, those after `after`. */
  inOrder(after: string): [account: string, head: Head][] {
    return [...this.heads].filter(([account]) => account > after).sort(([a], [b]) => (a < b ? -1 : 1));
  }

  /** As texts; a hash that stands in a leaf is named by the leaf's number, because a database call has little room. */
  texts(leaves: readonly string[]): string[] {
    const numbers = new Map(leaves.map((leaf, number) => [hashIn(leaf), `#${number}`]));
    return this.inOrder('').map(
      ([account, { seq, head }]) => `${seq} ${numbers.get(head) ?? head} ${account}`,
    );
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
