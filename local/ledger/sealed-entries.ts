import {
  type ExportedPosting,
  firstProblem,
  guardedAccountOf,
  postingProblem,
  Sums,
  type SumsState,
} from '../../miniprogram/proof/replay';
import { AccountGroups } from './account-groups';
import type { ExportedDocument } from './ledger-line';
import type { Fault } from './verify-account';

/** So many days later an entry is taken up as a late one at most. */
const LATE_DAYS = 7;

interface Place {
  account: string;
  seq: number;
  hash: string;
  day: string;
  /** What it adds to accounts without a document, as `Sums` name it; none in a log that moves nothing. */
  flows: SumsState;
}

/** What entries add to accounts without a document; nothing for what cannot be read. */
function flowsOf({ postings }: ExportedDocument): SumsState {
  if (!Array.isArray(postings) || firstProblem(postings, postingProblem) !== null) return [];
  const sums = new Sums();
  for (const { source, destination, kind, lots } of postings as ExportedPosting[]) {
    for (const { origin, amount } of lots) {
      if (guardedAccountOf(source) === null) sums.add([source, kind, origin], -amount);
      if (guardedAccountOf(destination) === null) sums.add([destination, kind, origin], amount);
    }
  }
  return sums.state();
}

/** What leaves and entries say of one key. */
interface Meeting {
  sealed: { hash: string; of: string; on: string }[];
  entries: Place[];
}

/** Brings leaves and entries of one key together, in memory that does not grow with their number. */
export class SealedEntries {
  private readonly groups = new AccountGroups();
  /** Entries of sealed days that the next seals may still take up as late ones. */
  waiting = 0;
  /** By the day of the seal: what the sealed entries add to accounts without a document, as far as they are sound. */
  private readonly sumsByDay = new Map<string, Sums>();
  private readonly wrongDays = new Set<string>();

  /** @param of the entry's day, @param on the seal's */
  addLeaf(key: string, hash: string, of: string, on: string): void {
    this.groups.add(key, JSON.stringify([key, { hash, of, on }]));
  }

  addEntry(entry: ExportedDocument): void {
    const { _id, account, seq, day, chain } = entry;
    const [link] = Array.isArray(chain) ? (chain as ({ hash?: unknown } | null)[]) : [];
    const place = { account, seq, hash: link?.hash, day, flows: flowsOf(entry) };
    this.groups.add(_id, JSON.stringify([_id, place]));
  }

  /** @param lastDay the last one that is sealed */
  *faults(lastDay: string): Generator<Fault> {
    for (const { lines } of this.groups.batches()) {
      for (const [key, meeting] of meetingsOf(lines)) {
        const fault = this.faultOf(key, meeting, lastDay);
        if (fault === null) this.count(meeting);
        else {
          for (const { on } of meeting.sealed) this.wrongDays.add(on);
          yield fault;
        }
      }
    }
  }

  /** What a day's entries add, once all faults are known; null when some of them are wrong, so that it cannot be told. */
  sumsOf(day: string): Sums | null {
    return this.wrongDays.has(day) ? null : (this.sumsByDay.get(day) ?? new Sums());
  }

  private count({ sealed, entries }: Meeting): void {
    const [leaf] = sealed;
    if (!leaf) return;
    const sums = this.sumsByDay.get(leaf.on) ?? new Sums();
    this.sumsByDay.set(leaf.on, sums);
    for (const [name, amount] of entries[0]?.flows ?? []) sums.add([name], amount);
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
    if (leaf.of !== entry.day) return fault(`it is of ${entry.day} and was sealed as one of ${leaf.of}`);
    return null;
  }

  private isWaiting({ day }: Place, lastDay: string): boolean {
    if (day > lastDay) return true;
    const isLate = Date.parse(day) + LATE_DAYS * 86_400_000 > Date.parse(lastDay);
    if (isLate) this.waiting += 1;
    return isLate;
  }
}

function meetingsOf(lines: readonly string[]): Map<string, Meeting> {
  const meetings = new Map<string, Meeting>();
  for (const line of lines) {
    const [key, said] = JSON.parse(line) as [string, Place | Meeting['sealed'][number]];
    const meeting = meetings.get(key) ?? { sealed: [], entries: [] };
    meetings.set(key, meeting);
    if ('on' in said) meeting.sealed.push(said);
    else meeting.entries.push(said);
  }
  return meetings;
}
