import { type DocumentSource, walk } from './document-source';
import { accountsCollection, type ExportedDocument, entriesCollection } from './ledger-line';

interface Place {
  account: string;
  seq: number;
}

/** An entry's places in chains; its own account and number when it has no chain that can be read. */
function placesOf({ account, seq, chain }: ExportedDocument): Place[] {
  const links = Array.isArray(chain) ? (chain as (Partial<Place> | null)[]) : [];
  const own = { account: String(account), seq: Number(seq) };
  const others = links.map(link => ({ account: String(link?.account), seq: Number(link?.seq) }));
  return [own, ...others.filter(link => link.account !== own.account)];
}

/**
 * Up to which number each account's entries are exported while others write. At first that is what its document said.
 * Documents are read one after the other, so an entry over two accounts may be known to one and not to the other: then
 * it is left out, and with it what follows it in the chain of the first. All of that was written during the export.
 */
export class ExportCut {
  private readonly ahead = new Set<string>();

  constructor(
    private readonly source: DocumentSource,
    private readonly last: Map<string, number>,
  ) {}

  /** @returns the accounts whose documents say more than the entries that are exported */
  async settle(): Promise<ReadonlySet<string>> {
    while (await this.lower()) {
      // What was left out may leave out more.
    }
    return this.ahead;
  }

  async isBefore(entry: ExportedDocument): Promise<boolean> {
    for (const { account, seq } of placesOf(entry)) if (seq > (await this.lastOf(account))) return false;
    return true;
  }

  private async lower(): Promise<boolean> {
    let isLowered = false;
    for await (const entry of walk(this.source, entriesCollection, ['account', 'seq', 'chain'])) {
      if (await this.isBefore(entry)) continue;
      for (const { account, seq } of placesOf(entry)) {
        if (seq > (await this.lastOf(account))) continue;
        this.last.set(account, seq - 1);
        this.ahead.add(account);
        isLowered = true;
      }
    }
    return isLowered;
  }

  /** An account that appeared after the others had been read has no entry here; one without any document has all. */
  private async lastOf(account: string): Promise<number> {
    const known = this.last.get(account);
    if (known !== undefined) return known;
    const appeared = (await this.source.get(accountsCollection, account)) !== null;
    const last = appeared ? 0 : Number.POSITIVE_INFINITY;
    this.last.set(account, last);
    return last;
  }
}
