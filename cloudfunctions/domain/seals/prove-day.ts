import type { Platform } from '../../platform';
import { addDays } from '../../platform/beijing-time';
import { LATE_DAYS } from './find-late';
import { latePlace } from './leaves-of-day';
import { type LeafProof, Prover } from './prover';
import type { LogKind } from './sealed-log';
import { type Seal, sealId, seals } from './store';

/** Of the ledger a place is the entry's key, of the audit log its place on the time line. */
export interface EntryPlace {
  place: string;
  key: string;
}

export interface DayProof {
  /** Null while the day is not sealed. */
  seal: Seal | null;
  /** The root of the day before, which is the first leaf. */
  previousRoot: LeafProof | null;
  /** In the order of what was asked for; null for what stands in no seal (yet). */
  entries: (LeafProof | null)[];
  /** Null for an account that the day did not touch. */
  heads: (LeafProof | null)[];
}

/** The seal of a day and those after it that may hold late entries of it. */
const sealsFrom = (platform: Platform, kind: LogKind, day: string): Promise<Seal[]> =>
  platform.database.find(seals, {
    where: { _id: { from: sealId(kind, day), upTo: sealId(kind, addDays(day, LATE_DAYS)) } },
    orderBy: [['_id', 'asc']],
    limit: LATE_DAYS + 1,
  });

/**
 * Where entries of a day and the heads that accounts had at its end stand in the day's seal, and what proves it. Late
 * entries are looked for in the seals of the seven days after. Two database calls and one for each chunk of 256 leaves
 * that a wanted one stands in; two more for each later seal that has late entries of the day.
 */
export async function proveDay(
  platform: Platform,
  kind: LogKind,
  day: string,
  wanted: { entries: readonly EntryPlace[]; accounts: readonly string[] },
): Promise<DayProof> {
  const found = await sealsFrom(platform, kind, day);
  const seal = found.find(each => each.day === day) ?? null;
  const prover = new Prover(platform, kind);
  const entries: (LeafProof | null)[] = [];
  for (const entry of wanted.entries) entries.push(await proveEntry(prover, found, day, entry));
  const heads: (LeafProof | null)[] = [];
  for (const account of wanted.accounts) heads.push(seal && (await proveHead(prover, seal, account)));
  const previousRoot = seal && (await prover.proveFirst(seal));
  return { seal, previousRoot, entries, heads };
}

async function proveEntry(
  prover: Prover,
  found: readonly Seal[],
  day: string,
  { place, key }: EntryPlace,
): Promise<LeafProof | null> {
  for (const seal of found) {
    const isOwn = seal.day === day;
    if (!isOwn && !seal.late.some(late => late.day === day)) continue;
    const [phase, at] = isOwn ? (['entries', place] as const) : (['late', latePlace(day, place)] as const);
    const proof = await prover.prove(seal, phase, at, leaf => 'entry' in leaf && leaf.entry === key);
    if (proof) return proof;
  }
  return null;
}

const proveHead = (prover: Prover, seal: Seal, account: string): Promise<LeafProof | null> =>
  prover.prove(seal, 'heads', account, leaf => 'account' in leaf && leaf.account === account);
