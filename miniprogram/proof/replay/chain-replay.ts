import { canonicalJson } from '../canonical-json';
import { type ChainHead, GENESIS, type HashText, verifyLink } from '../chain';
import { AccountReplay, type ReplayState } from './account-replay';
import { type ExportedDocument, type ExportedEntry, entryProblem } from './exported-entry';
import { linksProblem } from './links-problem';

/** What is wrong with an entry, for programs. */
export type ReplayFaultCode = 'CHANGED' | 'BROKEN_LINK' | 'MISSING' | 'FORBIDDEN' | 'WRONG_BALANCE';

export interface ReplayFault {
  code: ReplayFaultCode;
  /** The number that the entry says to have. */
  seq: number;
  key: string;
  /** In words. */
  problem: string;
}

/** Where a replay has come to, as JSON. */
export interface ChainReplayState extends ReplayState {
  seq: number;
  head: string;
  lastAtMs: number;
}

type Problem = [code: ReplayFaultCode, problem: string];

/** Whether two values are the same JSON, whatever the order of their fields; `right` has no arrays in it. */
function isSame(left: unknown, right: unknown): boolean {
  if (typeof right !== 'object' || right === null) return left === right;
  if (typeof left !== 'object' || left === null) return false;
  const names = Object.keys(right);
  if (Object.keys(left).length !== names.length) return false;
  return names.every(name =>
    isSame((left as Record<string, unknown>)[name], (right as Record<string, unknown>)[name]),
  );
}

/** The entry's number in the account's chain; what it says itself when it has none there. */
export function numberIn(account: string, { chain, seq }: ExportedDocument): number {
  const links = Array.isArray(chain) ? (chain as ({ account?: unknown; seq?: unknown } | null)[]) : [];
  return Number(links.find(link => link?.account === account)?.seq ?? seq);
}

/**
 * An account's entries in the order of their numbers: each is compared with its chain, and with what an entry may do
 * after those before it. Never throws: entries come from whoever is to be checked.
 */
export class ChainReplay {
  readonly replay: AccountReplay;
  head: ChainHead;
  lastAtMs: number;

  constructor(
    readonly account: string,
    private readonly hashText: HashText,
    state?: ChainReplayState,
  ) {
    this.replay = new AccountReplay(account, state);
    this.head = state ? { seq: state.seq, head: state.head } : GENESIS;
    this.lastAtMs = state?.lastAtMs ?? 0;
  }

  state(): ChainReplayState {
    return { ...this.replay.state(), ...this.head, lastAtMs: this.lastAtMs };
  }

  /** Takes the next entry in. @returns what is wrong with it; null when it is sound */
  take(entry: ExportedDocument): ReplayFault | null {
    const found = this.linkProblem(entry) ?? this.entryProblem(entry);
    if (found === null) return null;
    const [code, problem] = found;
    return { code, seq: numberIn(this.account, entry), key: entry._id, problem };
  }

  private linkProblem(entry: ExportedDocument): Problem | null {
    const verdict = verifyLink(this.account, entry as unknown as ExportedEntry, this.head, this.hashText);
    if (verdict.ok) {
      this.head = { seq: verdict.seq, head: verdict.head };
      return null;
    }
    switch (verdict.reason) {
      case 'MISSING_LINK':
        return ['BROKEN_LINK', 'it has no link in this account’s chain'];
      case 'BROKEN_LINK':
        return ['BROKEN_LINK', 'the chain is broken: it does not name the hash of the entry before it'];
      case 'CHANGED':
        return ['CHANGED', 'it was changed: its hash is another one'];
      case 'GAP': {
        const number = numberIn(this.account, entry);
        if (number < verdict.at) return ['BROKEN_LINK', `number ${number} stands twice`];
        return ['MISSING', `number ${verdict.at} is missing before it`];
      }
    }
  }

  private entryProblem(document: ExportedDocument): Problem | null {
    const problem = entryProblem(document);
    if (problem !== null) return ['FORBIDDEN', problem];
    const entry = document as ExportedEntry;
    if (entry.atMs < this.lastAtMs) return ['FORBIDDEN', 'it is earlier than the entry before it'];
    this.lastAtMs = entry.atMs;
    const forbidden = this.replay.apply(entry);
    if (forbidden !== null) return ['FORBIDDEN', forbidden];
    // What is said of the entry as a whole is told once, where it belongs.
    return entry.account === this.account ? this.wholeProblem(entry) : null;
  }

  private wholeProblem(entry: ExportedEntry): Problem | null {
    const { seq } = this.head;
    if (entry.seq !== seq) return ['CHANGED', `its number is ${entry.seq} and its link’s is ${seq}`];
    const links = linksProblem(entry);
    if (links !== null) return ['FORBIDDEN', links];
    const expected = this.replay.balanceAt(entry.atMs);
    if (isSame(entry.balanceAfter, expected)) return null;
    return ['WRONG_BALANCE', `balanceAfter is not what the postings add up to: ${canonicalJson(expected)}`];
  }
}
