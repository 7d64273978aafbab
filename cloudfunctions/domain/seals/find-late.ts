import type { Platform } from '../../platform';
import { addDays } from '../../platform/beijing-time';
import { readLeaf } from './leaf';
import type { LogKind, SealedEntry, SealedLog } from './sealed-log';
import { type Seal, sealId, seals } from './store';
import { walkChunks } from './walk-chunks';

/** Clocks are not that far apart, and no transaction is that long: an older entry that appears has no honest reason. */
export const LATE_DAYS = 7;

const ENTRIES_A_CALL = 1_000;

/** The seals of the last days before `day`, the first one first. One database call. */
export const sealsBefore = (platform: Platform, kind: LogKind, day: string): Promise<Seal[]> =>
  platform.database.find(seals, {
    where: { _id: { from: sealId(kind, addDays(day, -LATE_DAYS)), below: sealId(kind, day) } },
    orderBy: [['_id', 'asc']],
    limit: LATE_DAYS,
  });

/** How many of a day's entries stand in these seals. */
function countIn(known: readonly Seal[], day: string): number {
  const late = known.flatMap(seal => seal.late).filter(each => each.day === day);
  const own = known.find(seal => seal.day === day)?.entryCount ?? 0;
  return late.reduce((sum, { count }) => sum + count, own);
}

/** The days before `day` that have more entries than their seals and later ones hold. 8 database calls. */
export async function daysWithLate(platform: Platform, log: SealedLog, day: string): Promise<string[]> {
  const known = await sealsBefore(platform, log.kind, day);
  const days: string[] = [];
  for (let ago = LATE_DAYS; ago >= 1; ago -= 1) {
    const before = addDays(day, -ago);
    if ((await log.count(platform, before)) > countIn(known, before)) days.push(before);
  }
  return days;
}

/** The keys of a day's entries that stand in its own seal, or as late ones in a seal before `sealedOn`. */
async function sealedKeys(
  platform: Platform,
  kind: LogKind,
  day: string,
  sealedOn: string,
): Promise<Set<string>> {
  const keys = new Set<string>();
  const known = await sealsBefore(platform, kind, sealedOn);
  const holding = known.filter(seal => seal.day === day || seal.late.some(late => late.day === day));
  for (const seal of holding) {
    for await (const { leaves } of walkChunks(platform, kind, seal.day)) {
      for (const leaf of leaves.map(readLeaf)) {
        if ('entry' in leaf && (leaf.late ?? seal.day) === day) keys.add(leaf.entry);
      }
    }
  }
  return keys;
}

/** Entries of a day that no seal holds yet, by place, those after `after`; looks through all entries of the day. */
export async function* findLate(
  platform: Platform,
  log: SealedLog,
  { day, after, sealedOn }: { day: string; after: string; sealedOn: string },
): AsyncGenerator<SealedEntry> {
  const sealed = await sealedKeys(platform, log.kind, day, sealedOn);
  for await (const entry of walkDay(platform, log, day, after)) {
    if (!sealed.has(entry.key)) yield entry;
  }
}

/** Entries of a day after a place, a thousand a call. */
export async function* walkDay(
  platform: Platform,
  log: SealedLog,
  day: string,
  after: string,
): AsyncGenerator<SealedEntry> {
  let from = after;
  for (;;) {
    const page = await log.list(platform, day, from, ENTRIES_A_CALL);
    yield* page;
    if (page.length < ENTRIES_A_CALL) return;
    from = page.at(-1)!.place;
  }
}
