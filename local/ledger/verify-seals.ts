import { beijingDay } from '../../miniprogram/proof/replay';
import type { ExportedDocument } from './ledger-line';
import { nextDay, type ReadLeaf, SealedDay } from './sealed-day';
import { SealedEntries } from './sealed-entries';
import type { SealedHead } from './sealed-head';
import type { AccountGroup, Fault } from './verify-account';

export const sealsCollection = 'seals';
export const leavesCollection = 'seal_leaves';

type OwnEntries = Pick<AccountGroup, 'account' | 'entries'>;

export interface SealsReport {
  seals: number;
  /** Who has kept a root of that day compares it with this one, for it stands for all days before. */
  last: { day: string; root: string } | null;
  /** Entries of sealed days that came after the seal and wait for a later one. */
  waiting: number;
}

export type LogKind = 'ledger' | 'audit';

/** `ledger:<day>` or `ledger:<day>:<chunk>`; null for what is of another log. */
function dayIn(kind: LogKind, id: string): string | null {
  const [log, day] = id.split(':');
  return log === kind && /^\d{4}-\d{2}-\d{2}$/.test(day ?? '') ? day! : null;
}

/** A day is sealed from ten minutes after its end on; an hour more for a job that has much to do. */
const SEALED_AFTER_MS = 70 * 60_000;

/** Compares a log with what was sealed of it, as the lines of both come. */
export class SealsVerification {
  private latestAtMs = 0;
  private readonly days = new Map<string, SealedDay>();
  private readonly entries = new SealedEntries();

  constructor(private readonly kind: LogKind = 'ledger') {}

  addSeal(document: ExportedDocument): void {
    const day = dayIn(this.kind, document._id);
    if (day !== null) this.dayOf(day).seal = document;
  }

  /** @returns the heads of accounts in it, to be compared where the accounts are */
  addChunk(document: ExportedDocument): SealedHead[] {
    const day = dayIn(this.kind, document._id);
    if (day === null) return [];
    const leaves = this.dayOf(day).addChunk(document);
    for (const { entry, hash, late } of leaves) {
      if (entry !== undefined) this.entries.addLeaf(String(entry), String(hash), String(late ?? day), day);
    }
    return leaves.filter(({ account }) => account !== undefined).map(leaf => headOf(leaf, day));
  }

  /** The entries of an account as its own, once all seals are known, and the heads that were sealed of it. */
  *accountFaults(group: OwnEntries, heads: readonly SealedHead[]): Generator<Fault> {
    if (this.days.size === 0) return;
    for (const entry of group.entries) if (entry.account === group.account) this.addEntry(entry);
    if (heads.length === 0) return;
    const hashes = hashesOf(group);
    const wrong = heads.find(({ seq, head }) => hashes.get(seq) !== head);
    if (wrong === undefined) return;
    const { seq, sealedOn } = wrong;
    const key = group.entries.find(entry => linkOf(group.account, entry)?.seq === seq)?._id ?? null;
    const problem = `its history was made anew: when ${sealedOn} was sealed, its chain had another hash here`;
    yield { account: group.account, seq, key, problem };
  }

  /** @yields what is wrong with seals, and with entries compared with them */
  *faults(report: SealsReport, knownRoots: ReadonlyMap<string, string>): Generator<Fault> {
    let before: SealedDay | null = null;
    for (const sealed of this.ordered()) {
      const problem = sealed.problem(before) ?? knownProblem(sealed, knownRoots);
      if (problem !== null) yield { account: `seal:${sealed.day}`, seq: null, key: null, problem };
      before = sealed;
    }
    const gone = [...knownRoots.keys()].find(day => !this.days.has(day));
    if (gone !== undefined)
      yield { account: `seal:${gone}`, seq: null, key: null, problem: 'its root is known and it is missing' };
    report.seals = this.days.size;
    if (before === null) return;
    report.last = { day: before.day, root: String(before.seal?.root) };
    yield* this.entries.faults(before.day);
    report.waiting = this.entries.waiting;
    yield* this.sumsFaults();
    yield* this.overdueFaults(before.day);
  }

  private addEntry(entry: ExportedDocument): void {
    this.entries.addEntry(entry);
    const { atMs } = entry;
    if (Number.isSafeInteger(atMs) && Math.abs(atMs as number) < 8e15)
      this.latestAtMs = Math.max(this.latestAtMs, atMs as number);
  }

  private *sumsFaults(): Generator<Fault> {
    if (this.kind !== 'ledger') return;
    for (const sealed of this.ordered()) {
      const added = this.entries.sumsOf(sealed.day);
      const problem = added === null || sealed.seal === null ? null : sealed.sumsProblem(added);
      if (problem !== null) yield { account: `seal:${sealed.day}`, seq: null, key: null, problem };
    }
  }

  /** A seal that was cut off at the end shows in entries that came when its day had long to be sealed. */
  private *overdueFaults(lastDay: string): Generator<Fault> {
    const due = nextDay(lastDay);
    if (this.latestAtMs === 0 || due >= beijingDay(this.latestAtMs - SEALED_AFTER_MS)) return;
    const problem = `it is missing: ${lastDay} is the last sealed day, and there are entries of ${beijingDay(this.latestAtMs)}`;
    yield { account: `seal:${due}`, seq: null, key: null, problem };
  }

  close(): void {
    this.entries.close();
  }

  private ordered(): SealedDay[] {
    return [...this.days.values()].sort((left, right) => (left.day < right.day ? -1 : 1));
  }

  private dayOf(day: string): SealedDay {
    const known = this.days.get(day) ?? new SealedDay(day);
    this.days.set(day, known);
    return known;
  }
}

const headOf = ({ account, seq, head }: ReadLeaf, sealedOn: string): SealedHead => ({
  account: String(account),
  seq: Number(seq),
  head: String(head),
  sealedOn,
});

function knownProblem({ day, seal }: SealedDay, knownRoots: ReadonlyMap<string, string>): string | null {
  const known = knownRoots.get(day);
  if (known === undefined || known === seal?.root) return null;
  return `it was made anew: its root was ${known}`;
}

type Link = Partial<Record<'account' | 'seq' | 'hash', unknown>>;

function linkOf(account: string, { chain }: ExportedDocument): Link | undefined {
  return Array.isArray(chain)
    ? (chain as (Link | null)[]).find(link => link?.account === account)!
    : undefined;
}

/** The hash at each number of an account's chain. */
function hashesOf({ account, entries }: OwnEntries): Map<unknown, unknown> {
  const found = new Map<unknown, unknown>();
  for (const entry of entries) {
    const own = linkOf(account, entry);
    if (own) found.set(own.seq, own.hash);
  }
  return found;
}
