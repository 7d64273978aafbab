import type { ProcedureOutput } from '../../../../../cloudfunctions/contract/procedures';
import {
  type ChainHead,
  CreditReplay,
  GENESIS,
  type ReplayedDocument,
  type ReplayedEntry,
  verifyLink,
} from '../../../../proof';
import { fault, type OwnFault } from './fault';

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

type ReadEntry = ProvenEntry & ReplayedEntry & { day?: unknown };

/** One's own account, entry by entry from the first: numbers, hashes, and what the postings add up to. */
export class OwnChain {
  readonly links: OwnLink[] = [];
  private readonly replay: CreditReplay;
  private end: ChainHead = GENESIS;

  /** @param until the account's own document, as it was before the first entry was read; later entries are left out */
  constructor(
    private readonly account: string,
    readonly until: AccountEnd,
  ) {
    this.replay = new CreditReplay(account);
  }

  get isAtEnd(): boolean {
    return this.end.seq >= this.until.seq;
  }

  /** Takes the next entries in. @returns the first fault, after which the chain is of no use any more */
  take(entries: readonly ProvenEntry[]): OwnFault | null {
    for (const entry of entries) {
      if (this.isAtEnd) return null;
      const found = this.takeOne(entry as ReadEntry);
      if (found !== null) return found;
    }
    return null;
  }

  /** Whether the account's document follows from its entries. Asked at the end. */
  finish(): OwnFault | null {
    const { seq, head } = this.until;
    if (!this.isAtEnd) return fault('CUT_OFF', { seq: this.end.seq + 1 });
    if (this.end.head !== head) return fault('WRONG_ACCOUNT', this.whereOf(seq));
    const document = this.until as unknown as ReplayedDocument;
    return this.replay.isDocument(document) ? null : fault('WRONG_ACCOUNT');
  }

  /** What can be spent at that time, by kind, from nothing but postings. */
  availableAt(atMs: number): Record<'carbon' | 'bonus', number> {
    const { carbon, bonus } = this.replay.balanceAt(atMs);
    return { carbon: carbon.available, bonus: bonus.available };
  }

  /** Undefined for a number that was not checked. */
  linkAt(seq: number): OwnLink | undefined {
    return this.links[seq - 1];
  }

  private takeOne(entry: ReadEntry): OwnFault | null {
    const where = { seq: this.end.seq + 1, key: entry._id, day: String(entry.day) };
    const verdict = verifyLink(this.account, entry, this.end);
    // What is missing before an entry is not that entry's fault.
    if (!verdict.ok) return fault(verdict.reason, verdict.reason === 'GAP' ? { seq: verdict.at } : where);
    const wrong = this.replay.apply(entry);
    if (wrong !== null) return fault(wrong, where);
    this.end = verdict;
    this.links.push({ ...where, hash: verdict.head });
    return null;
  }

  private whereOf(seq: number): Partial<OwnFault> {
    const { key, day } = this.linkAt(seq) ?? { key: null, day: null };
    return { seq, key, day };
  }
}
