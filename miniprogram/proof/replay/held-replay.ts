import type { ExportedEntry, ExportedLot, Kind } from './exported-entry';
import { Sums, type SumsState } from './sums';

export interface OpenHold {
  /** By kind, origin and expiry. */
  lots: Sums;
  deadlineMs: number;
}

/** Open holds, as JSON. */
export type HeldState = { key: string; deadlineMs: number; lots: SumsState }[];

/** A hold is closed under a key that is made from its own, so that there is one end to it. */
function closingProblem(
  { _id: key, reference, atMs }: ExportedEntry,
  { deadlineMs }: OpenHold,
): string | null {
  const { type, id } = reference as { type: string; id: string };
  if (type !== 'hold' || key === `voided:${id}`) return null;
  if (key !== `posted:${id}`) return `it closes the hold ${id} under another key`;
  return atMs > deadlineMs ? 'it posts a hold whose deadline has passed' : null;
}

/** What a rider has set aside, hold by hold, from nothing but postings. */
export class HeldReplay {
  /** By the key of the entry that opened them. */
  readonly open = new Map<string, OpenHold>();

  constructor(state: HeldState = []) {
    for (const { key, deadlineMs, lots } of state) this.open.set(key, { deadlineMs, lots: new Sums(lots) });
  }

  state(): HeldState {
    return [...this.open].map(([key, { deadlineMs, lots }]) => ({ key, deadlineMs, lots: lots.state() }));
  }

  setAside(entry: ExportedEntry, kind: Kind, { origin, expiresOn, amount }: ExportedLot): void {
    const hold = this.open.get(entry._id) ?? { lots: new Sums(), deadlineMs: Number(entry.deadlineMs) };
    this.open.set(entry._id, hold);
    hold.lots.add([kind, origin, expiresOn], amount);
  }

  /** @returns why these lots are not the entry's to take out of a hold; null when they are */
  take(entry: ExportedEntry, kind: Kind, { origin, expiresOn, amount }: ExportedLot): string | null {
    const parts = [kind, origin, expiresOn];
    let missing = amount;
    for (const hold of this.closedBy(entry)) {
      const part = Math.min(missing, hold.lots.get(...parts));
      if (part > 0) hold.lots.add(parts, -part);
      missing -= part;
    }
    return missing === 0 ? null : `it takes more ${parts.join(' ')} out of a hold than was set aside`;
  }

  /** @returns what is wrong with the holds after an entry; null when nothing is */
  finish(entry: ExportedEntry): string | null {
    if (this.open.has(entry._id) && !Number.isSafeInteger(entry.deadlineMs))
      return 'its hold has no deadline';
    for (const hold of this.closedBy(entry)) {
      const problem = closingProblem(entry, hold);
      if (problem !== null) return problem;
      if (!hold.lots.isEmpty) return 'it leaves a part of the hold that it closes';
    }
    for (const [key, hold] of this.open) if (hold.lots.isEmpty) this.open.delete(key);
    return null;
  }

  total(kind: Kind): number {
    return [...this.open.values()].reduce((sum, { lots }) => sum + lots.total(kind), 0);
  }

  get isEmpty(): boolean {
    return this.open.size === 0;
  }

  /** The one hold that the entry names; an entry that closes an account closes all of them. */
  closedBy({ reference }: ExportedEntry): OpenHold[] {
    const { type, id } = (reference ?? {}) as { type?: string; id?: string };
    if (type === 'account') return [...this.open.values()];
    const named = type === 'hold' ? this.open.get(id ?? '') : undefined;
    return named ? [named] : [];
  }
}
