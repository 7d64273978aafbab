import type { ProcedureOutput } from '../../../../../cloudfunctions/contract/procedures';
import { sha256Hex } from '../../../../proof';
import { ChainReplay, creditsIn, type Kind, kinds, type ReplayFault, Sums } from '../../../../proof/replay';
import { fault, type OwnFault } from './fault';
import { type ReadEntry, readEntry } from './read-entry';

export type OwnChainPage = ProcedureOutput<'ledger.chain'>;
type ProvenEntry = OwnChainPage['entries'][number];
type AccountEnd = NonNullable<OwnChainPage['end']>;

/** What stays of an entry once it has been checked. */
export interface OwnLink {
  seq: number;
  key: string;
  day: string;
  hash: string;
}

type NamedLots = readonly { kind: string; origin: string; expiresOn?: string; amount: number }[];

function sumsOf(lots: NamedLots): Sums {
  const sums = new Sums();
  for (const { kind, origin, expiresOn, amount } of lots)
    sums.add(expiresOn === undefined ? [kind, origin] : [kind, origin, expiresOn], amount);
  return sums;
}

/** One's own account, entry by entry from the first: numbers, hashes, and what the postings add up to. */
export class OwnChain {
  readonly links: OwnLink[] = [];
  private readonly read = new Map<string, ReadEntry | null>();
  private readonly chain: ChainReplay;

  /** @param until the account's own document, as it was before the first entry was read; later entries are left out */
  constructor(
    account: string,
    readonly until: AccountEnd,
  ) {
    this.chain = new ChainReplay(account, sha256Hex);
  }

  get isAtEnd(): boolean {
    return this.chain.head.seq >= this.until.seq;
  }

  /** Takes the next entries in. @returns the first fault, after which the chain is of no use any more */
  take(entries: readonly ProvenEntry[]): OwnFault | null {
    for (const entry of entries) {
      if (this.isAtEnd) return null;
      const seq = this.chain.head.seq + 1;
      const day = String(entry.day);
      this.read.set(entry._id, readEntry(entry, this.chain.account));
      const found = this.chain.take(entry);
      if (found !== null) return this.faultOf(found, seq, day);
      this.links.push({ seq, key: entry._id, day, hash: this.chain.head.head });
    }
    return null;
  }

  /** Whether the account's document follows from its entries. Asked at the end. */
  finish(): OwnFault | null {
    const { seq, head } = this.chain.head;
    if (!this.isAtEnd) return fault('CUT_OFF', { seq: seq + 1 });
    if (head !== this.until.head) return fault('WRONG_ACCOUNT', this.linkAt(seq));
    return this.isDocument() ? null : fault('WRONG_ACCOUNT');
  }

  /** What can be spent at that time, by kind, from nothing but postings. */
  availableAt(atMs: number): Record<Kind, number> {
    const balances = this.chain.replay.balanceAt(atMs) as Record<Kind, { available: number }>;
    return { carbon: balances.carbon.available, bonus: balances.bonus.available };
  }

  /** Null for one that was not read, or cannot be. */
  entryOf(key: string): ReadEntry | null {
    return this.read.get(key) ?? null;
  }

  /** Undefined for a number that was not checked. */
  linkAt(seq: number): OwnLink | undefined {
    return this.links[seq - 1];
  }

  /** What is missing before an entry is not that entry's fault. */
  private faultOf({ code, key }: ReplayFault, seq: number, day: string): OwnFault {
    return fault(code, code === 'MISSING' ? { seq } : { seq, key, day });
  }

  /** Whether the account's document says the same; how its lots are split does not matter. */
  private isDocument(): boolean {
    const { lots, held, debts } = this.chain.replay;
    const said = creditsIn({ _id: this.chain.account, ...this.until });
    const heldOf = (kind: Kind): number => sumsOf(said.held).total(kind);
    return (
      sumsOf(said.free).differenceFrom(lots) === null &&
      sumsOf(said.debts).differenceFrom(debts) === null &&
      kinds.every(kind => heldOf(kind) === held.total(kind))
    );
  }
}
