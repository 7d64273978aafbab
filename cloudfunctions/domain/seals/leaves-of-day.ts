import type { Platform } from '../../platform';
import { daysWithLate, findLate, walkDay } from './find-late';
import { HEADS_AT_ONCE } from './heads-at-once';
import { entryLeaf, type Head, leafText } from './leaf';
import type { LogKind, SealedEntry, SealedLog } from './sealed-log';
import type { Position } from './store';
import { TouchedAccounts } from './touched-accounts';
import { walkChunks } from './walk-chunks';

/** The sealing of one day of a log. */
export interface Sealing {
  log: SealedLog;
  day: string;
  previousRoot: string | null;
}

export interface NextLeaf {
  text: string;
  phase: Position['phase'];
  /** Sorts the leaves of a phase. */
  place: string;
  entry: SealedEntry | null;
  /** The day of a late entry. */
  late: string | null;
  /** Where to go on after it. */
  next: Position;
}

export const START: Position = { phase: 'start', day: '', after: '' };

/**
 * A day's leaves in their order from a position on: the root before, the day's entries, late ones of the days before,
 * and the head of each account that these touch. Entries that are added meanwhile at a place that is past are late ones
 * of a later seal. Heads follow from the leaves before them, those that are written and those that were given here.
 */
export async function* leavesOfDay(
  platform: Platform,
  sealing: Sealing,
  from: Position,
): AsyncGenerator<NextLeaf> {
  const headsAfter = from.phase === 'heads' ? from.after : '';
  const touched = new TouchedAccounts(headsAfter, HEADS_AT_ONCE);
  if (from.phase === 'start') yield firstLeaf(sealing);
  for await (const leaf of entryLeaves(platform, sealing, from)) {
    touched.addEntry(leaf.entry!);
    yield leaf;
  }
  yield* headLeaves(platform, sealing, touched);
}

function firstLeaf({ previousRoot }: Sealing): NextLeaf {
  const next: Position = { phase: 'entries', day: '', after: '' };
  const text = leafText({ previousRoot });
  return { text, phase: 'start', place: '', entry: null, late: null, next };
}

async function* entryLeaves(
  platform: Platform,
  { log, day }: Sealing,
  from: Position,
): AsyncGenerator<NextLeaf> {
  if (from.phase === 'heads') return;
  if (from.phase !== 'late') {
    for await (const entry of walkDay(platform, log, day, from.after)) yield leafOf(entry, null);
  }
  for (const lateDay of await daysWithLate(platform, log, day)) {
    if (lateDay < from.day) continue;
    const after = lateDay === from.day ? from.after : '';
    for await (const entry of findLate(platform, log, { day: lateDay, after, sealedOn: day }))
      yield leafOf(entry, lateDay);
  }
}

function leafOf(entry: SealedEntry, late: string | null): NextLeaf {
  const { place } = entry;
  const phase = late === null ? 'entries' : 'late';
  const next: Position = { phase, day: late ?? '', after: place };
  return {
    text: leafText(entryLeaf(entry, late)),
    phase,
    place: late === null ? place : latePlace(late, place),
    entry,
    late,
    next,
  };
}

/** Where a late entry stands among the late ones. */
export const latePlace = (day: string, place: string): string => `${day} ${place}`;

/** By name, so many at once; `touched` has those of the entries that are not in chunks yet. */
async function* headLeaves(
  platform: Platform,
  { log, day }: Sealing,
  touched: TouchedAccounts,
): AsyncGenerator<NextLeaf> {
  for (let next = touched; ; ) {
    await addChunks(platform, log.kind, day, next);
    const last = next.trim();
    for (const [account, head] of next.inOrder()) yield headLeaf(account, head);
    if (last === null) return;
    // So many leaves have come since the last entry that all entries are in chunks.
    next = new TouchedAccounts(last, HEADS_AT_ONCE);
  }
}

/** Those after the last entry have heads only. */
async function addChunks(
  platform: Platform,
  kind: LogKind,
  day: string,
  touched: TouchedAccounts,
): Promise<void> {
  for await (const chunk of walkChunks(platform, kind, day)) {
    touched.addTexts(chunk.touched, chunk.leaves);
    if (chunk.heads > 0) return;
  }
}

function headLeaf(account: string, head: Head): NextLeaf {
  const next: Position = { phase: 'heads', day: '', after: account };
  const text = leafText({ account, ...head });
  return { text, phase: 'heads', place: account, entry: null, late: null, next };
}
