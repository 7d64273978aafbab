import type { Platform } from '../../platform';
import { countDay, listDay } from '../ledger';
import { chunksIn, latestSeals, listSeals, readSeal, readSealedChunk, type Seal } from '../seals';
import { chunkProblem, sealFinding } from './check-day-part';
import { sealProblem } from './check-seal';
import { checkSealedEntries, isEntryLeaf } from './check-sealed-entries';
import { lastTotals } from './read-verification';
import { type Finding, totals } from './store';

/** Where the walk along the sealed days is. */
export interface SealPlace {
  day: string;
  number: number;
}

const ENTRIES_A_CALL = 1_000;

/** The day after which entries of a day may still come late and be sealed. */
const LATE_DAYS = 7;

interface WalkedPart {
  entries: number;
  findings: Finding[];
  /** Null after the last day. */
  next: SealPlace | null;
}

const nextSeal = async (platform: Platform, afterDay: string): Promise<Seal | null> =>
  (await listSeals(platform, 'ledger', { afterDay }, 1)).seals[0] ?? null;

/** The keys that seals hold of a day: of its own, and late ones of those after it. */
async function sealedKeys(platform: Platform, day: string): Promise<Set<string>> {
  const keys = new Set<string>();
  const { seals } = await listSeals(platform, 'ledger', { afterDay: day }, LATE_DAYS);
  const own = await readSeal(platform, 'ledger', day);
  for (const seal of own ? [own, ...seals] : seals) {
    if (seal.day !== day && !seal.late.some(late => late.day === day)) continue;
    for (let number = 0; number < chunksIn(seal); number += 1) {
      const chunk = await readSealedChunk(platform, 'ledger', seal.day, number);
      for (const leaf of chunk?.leaves ?? [])
        if (isEntryLeaf(leaf) && (leaf.late ?? seal.day) === day) keys.add(leaf.entry);
    }
  }
  return keys;
}

/** Entries of a day that no seal holds; looks through all of the day. */
async function unsealedOf(platform: Platform, day: string): Promise<Finding[]> {
  const sealed = await sealedKeys(platform, day);
  const found: Finding[] = [];
  for (let afterKey = ''; ; ) {
    const page = await listDay(platform, day, { afterKey, limit: ENTRIES_A_CALL });
    for (const { _id: key, chain } of page) {
      if (sealed.has(key)) continue;
      const { account = null, seq = null } = chain[0] ?? {};
      const problem = 'it is of a sealed day and in no seal';
      found.push({ code: 'NOT_SEALED', account, key, seq, day, problem });
    }
    if (page.length < ENTRIES_A_CALL) return found;
    afterKey = page.at(-1)!._id;
  }
}

/** Late entries are sealed within a week; what then is in no seal was put there afterwards. One database call, or more. */
async function countFindings(platform: Platform, seal: Seal): Promise<Finding[]> {
  const { seals: later } = await listSeals(platform, 'ledger', { afterDay: seal.day }, LATE_DAYS);
  if (later.length < LATE_DAYS) return [];
  const late = later.flatMap(each => each.late).filter(({ day }) => day === seal.day);
  const sealed = late.reduce((sum, { count }) => sum + count, seal.entryCount);
  return (await countDay(platform, seal.day)) > sealed ? unsealedOf(platform, seal.day) : [];
}

/** The seal by itself and after the one before it, and what was checked of it when it was new. */
async function sealFindings(platform: Platform, seal: Seal): Promise<Finding[]> {
  const [before] = await latestSeals(platform, 'ledger', 1, seal.day);
  const checked = await platform.database.get(totals, seal.day);
  const wrong = await sealProblem(platform, seal, before ?? null);
  if (wrong !== null) return [sealFinding(seal.day, wrong)];
  if (checked && checked.root !== seal.root)
    return [sealFinding(seal.day, `it was made anew: its root was ${checked.root}`)];
  return countFindings(platform, seal);
}

/** A day that was checked and has no seal any more. */
async function goneSeal(platform: Platform, lastDay: string): Promise<Finding[]> {
  const last = await lastTotals(platform);
  return last && last._id > lastDay ? [sealFinding(last._id, 'the seal of this day is gone')] : [];
}

/**
 * Looks again at some leaves of a sealed day, and at the entries that they name as they are now. Some three database
 * calls, five more at the beginning of a day.
 */
export async function walkSeals(platform: Platform, place: SealPlace | null): Promise<WalkedPart> {
  const seal =
    place && place.number > 0
      ? await readSeal(platform, 'ledger', place.day)
      : await nextSeal(platform, place?.day ?? '');
  if (seal === null) return { entries: 0, findings: await goneSeal(platform, place?.day ?? ''), next: null };
  const number = place?.number ?? 0;
  const findings = number === 0 ? await sealFindings(platform, seal) : [];
  const chunk = await readSealedChunk(platform, 'ledger', seal.day, number);
  const wrong = chunkProblem(chunk);
  if (wrong !== null) findings.push(sealFinding(seal.day, wrong));
  const checked = await checkSealedEntries(platform, seal.day, chunk?.leaves ?? []);
  const isLast = number + 1 >= chunksIn(seal);
  return {
    entries: checked.entries.length,
    findings: [...findings, ...checked.findings],
    // From the beginning of the day after.
    next: { day: seal.day, number: isLast ? 0 : number + 1 },
  };
}
