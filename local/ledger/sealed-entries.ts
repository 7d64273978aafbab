import {
  type ExportedPosting,
  firstProblem,
  guardedAccountOf,
  postingProblem,
  Sums,
} from '../../miniprogram/proof/replay';
import { AccountGroups } from './account-groups';
import type { ExportedDocument } from './ledger-line';
import { allMeet, type EntryMet, type Meeting, meetingLine, meetingsOf } from './meeting-line';
import type { Fault } from './verify-account';

/** So many days later an entry is taken up as a late one at most. */
const LATE_DAYS = 7;

/** Adds what an entry adds to accounts without a document; nothing for what cannot be read. */
function addFlows(sums: Sums, { postings }: ExportedDocument): void {
  if (!Array.isArray(postings) || firstProblem(postings, postingProblem) !== null) return;
  for (const { source, destination, kind, lots } of postings as ExportedPosting[]) {
    for (const { origin, amount } of lots) {
      if (guardedAccountOf(source) === null) sums.add([source, kind, origin], -amount);
      if (guardedAccountOf(destination) === null) sums.add([destination, kind, origin], amount);
    }
  }
}

/** Brings leaves and entries of one key together, in memory that does not grow with their number. */
export class SealedEntries {
  private readonly groups = new AccountGroups();
  /** Entries of sealed days that the next seals may still take up as late ones. */
  waiting = 0;
  /** Entries that came late, and the day whose seal they are in; few. */
  private readonly lateOn = new Map<string, string>();
  /** By the day of the seal: what entries add to accounts without a document. */
  private readonly sumsByDay = new Map<string, Sums>();
  private readonly wrongDays = new Set<string>();

  /**
   * All leaves come before the first entry.
   *
   * @param of the entry's day
   * @param on the seal's
   */
  addLeaf(key: string, hash: string, of: string, on: string): void {
    if (of !== on) this.lateOn.set(key, on);
    this.groups.add(key, meetingLine({ key, hash, of, on }));
  }

  addEntry(entry: ExportedDocument): void {
    const { _id: key, account, seq, day, chain } = entry;
    const [link] = Array.isArray(chain) ? (chain as ({ hash?: unknown } | null)[]) : [];
    const [hash, of] = [String(link?.hash), String(day)];
    const on = this.lateOn.get(key) ?? of;
    addFlows(this.sumsAt(on), entry);
    this.groups.add(key, meetingLine({ key, hash, of, on }, { account: String(account), seq: Number(seq) }));
  }

  /** @param lastDay the last one that is sealed */
  *faults(lastDay: string): Generator<Fault> {
    for (const { lines } of this.groups.batches()) {
      if (allMeet(lines, lastDay)) continue;
      for (const [key, meeting] of meetingsOf(lines)) {
        const fault = this.faultOf(key, meeting, lastDay);
        if (fault === null && meeting.sealed.length > 0) continue;
        for (const { on } of meeting.sealed) this.wrongDays.add(on);
        // It was counted on its own day, and is in no seal of that.
        for (const { of } of meeting.entries) this.wrongDays.add(of);
        if (fault !== null) yield fault;
      }
    }
  }

  /** What a day's entries add, once all are compared; null when some are wrong or wait, so that it cannot be told. */
  sumsOf(day: string): Sums | null {
    return this.wrongDays.has(day) ? null : (this.sumsByDay.get(day) ?? new Sums());
  }

  private sumsAt(day: string): Sums {
    const sums = this.sumsByDay.get(day) ?? new Sums();
    this.sumsByDay.set(day, sums);
    return sums;
  }

  close(): void {
    this.groups.close();
  }

  private faultOf(key: string, { sealed, entries }: Meeting, lastDay: string): Fault | null {
    const [leaf] = sealed;
    const [entry] = entries;
    if (!entry)
      return { account: `seal:${leaf!.on}`, seq: null, key, problem: `${key} was sealed and is missing` };
    const fault = (problem: string): Fault => ({ account: entry.account, seq: entry.seq, key, problem });
    if (sealed.length > 1) return fault(`it is sealed twice, on ${sealed.map(({ on }) => on).join(' and ')}`);
    if (!leaf) return this.isWaiting(entry, lastDay) ? null : fault('it is of a sealed day and in no seal');
    if (leaf.hash !== entry.hash)
      return fault(`it is not what was sealed on ${leaf.on}: its hash is another one`);
    if (leaf.of !== entry.of) return fault(`it is of ${entry.of} and was sealed as one of ${leaf.of}`);
    return null;
  }

  private isWaiting({ of: day }: EntryMet, lastDay: string): boolean {
    if (day > lastDay) return true;
    const isLate = Date.parse(day) + LATE_DAYS * 86_400_000 > Date.parse(lastDay);
    if (isLate) this.waiting += 1;
    return isLate;
  }
}
