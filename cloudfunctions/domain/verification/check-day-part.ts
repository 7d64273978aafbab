import { leafHash, treeRoot } from '../../../miniprogram/proof';
import { isDatabaseError, type Platform, sha256OfBytes } from '../../platform';
import { DAY_MS } from '../../platform/beijing-time';
import type { Entry } from '../ledger';
import { daysWithUnsealed, readSealedChunk, type SealedLeaves } from '../seals';
import { checkBonus } from './check-bonus';
import { checkHeads, type Elsewhere, type HeadLeaf, isHeadLeaf } from './check-heads';
import { checkSealedEntries } from './check-sealed-entries';
import { checkTrips } from './check-trips';
import { addPlaceSums, openSums } from './place-sums';
import { type DayPart, type Finding, parts } from './store';

/** Parts are of use until their day is finished; kept longer, for who looks into a day that cannot be. */
const KEPT_MS = 30 * DAY_MS;
const PARTS_A_CALL = 100;
const NUMBER_DIGITS = 6;

export const partId = (day: string, number: number): string =>
  `${day}:${String(number).padStart(NUMBER_DIGITS, '0')}`;

/** `;` comes right after `:`. */
export const partsOf = (day: string, after = `${day}:`) => ({ above: after, below: `${day};` });

/** What is wrong with leaves by themselves. */
export function chunkProblem(chunk: SealedLeaves | null): string | null {
  if (chunk === null) return 'a part of its leaves is missing';
  const root = treeRoot(
    chunk.texts.map(text => leafHash(text, sha256OfBytes)),
    sha256OfBytes,
  );
  return root === chunk.root ? null : 'some of its leaves were changed: their root is another one';
}

export const sealFinding = (day: string, problem: string): Finding => ({
  code: 'WRONG_SEAL',
  account: null,
  key: null,
  seq: null,
  day,
  problem,
});

const elsewhereOf = (entries: readonly Entry[]): DayPart['elsewhere'] =>
  entries.flatMap(({ _id: key, account: own, chain }) =>
    chain.filter(({ account }) => account !== own).map(({ account }) => ({ account, key })),
  );

/** What the parts before this one found in others' chains, by account; null when one of them is not there. */
async function readElsewhere(platform: Platform, day: string, number: number): Promise<Elsewhere | null> {
  const found = new Map<string, string[]>();
  let count = 0;
  for (let after = `${day}:`; ; ) {
    const page: DayPart[] = await platform.database.find(parts, {
      where: { _id: partsOf(day, after) },
      orderBy: [['_id', 'asc']],
      limit: PARTS_A_CALL,
      fields: ['elsewhere'],
    });
    const before = page.filter(({ _id }) => _id < partId(day, number));
    count += before.length;
    for (const { account, key } of before.flatMap(part => part.elsewhere))
      found.set(account, [...(found.get(account) ?? []), key]);
    if (page.length < PARTS_A_CALL) return count === number ? found : null;
    after = page.at(-1)!._id;
  }
}

/** Forgets what a day's leaves add up to: when something is wrong, so may be that. One database call. */
export const removeParts = (platform: Platform, day: string): Promise<number> =>
  platform.database.removeWhere(parts, { _id: partsOf(day) });

async function addPart(platform: Platform, part: DayPart): Promise<void> {
  try {
    await platform.database.add(parts, part);
  } catch (error) {
    if (!isDatabaseError(error, 'duplicate')) throw error;
  }
}

const NO_HEADS = { sums: [], replayed: 0, newAccounts: 0, findings: [] };

async function checkOwnHeads(
  platform: Platform,
  day: string,
  number: number,
  heads: readonly HeadLeaf[],
  own: DayPart['elsewhere'],
) {
  if (heads.length === 0) return NO_HEADS;
  const isOther = heads.some(({ account }) => !account.startsWith('user:'));
  if (!isOther) return checkHeads(platform, day, heads, { elsewhere: new Map(), isWaiting: false });
  const before = await readElsewhere(platform, day, number);
  // Where an earlier part is wrong, what it holds of these accounts is not known.
  if (before === null) return null;
  const elsewhere = new Map(before);
  for (const { account, key } of own) elsewhere.set(account, [...(elsewhere.get(account) ?? []), key]);
  const isWaiting = (await daysWithUnsealed(platform, day)).length > 0;
  return checkHeads(platform, day, heads, { elsewhere, isWaiting });
}

/**
 * Checks some of a sealed day's leaves, all that stand in one chunk, with the entries and accounts that they name, and
 * writes down what they add up to when nothing is wrong. Answers what is wrong; null when that cannot be told because of
 * something wrong before. Repeated, it does the same. Database calls: some six, besides those for each account and up to six for bonus.
 */
export async function checkDayPart(
  platform: Platform,
  day: string,
  number: number,
): Promise<Finding[] | null> {
  if ((await platform.database.get(parts, partId(day, number))) !== null) return [];
  const chunk = await readSealedChunk(platform, 'ledger', day, number);
  const wrong = chunkProblem(chunk);
  if (wrong !== null || chunk === null) return [sealFinding(day, wrong ?? '')];
  const { entries, findings } = await checkSealedEntries(platform, day, chunk.leaves, true);
  const trips = await checkTrips(platform, entries);
  const bonus = await checkBonus(platform, entries);
  const elsewhere = elsewhereOf(entries);
  const isSound = findings.length === 0;
  const heads = isSound
    ? await checkOwnHeads(platform, day, number, chunk.leaves.filter(isHeadLeaf), elsewhere)
    : null;
  const found = [...findings, ...trips.findings, ...bonus, ...(heads?.findings ?? [])];
  if (heads === null) return found.length === 0 ? null : found;
  if (found.length > 0) return found;
  await addPart(platform, {
    _id: partId(day, number),
    sums: addPlaceSums([...entries.flatMap(({ postings }) => openSums(postings)), ...heads.sums]),
    tripGrams: trips.tripGrams,
    forgottenGrams: trips.forgottenGrams,
    entries: entries.length,
    links: entries.reduce((sum, { chain }) => sum + chain.length, 0),
    replayed: heads.replayed,
    newAccounts: heads.newAccounts,
    elsewhere,
    expiresAtMs: platform.nowMs() + KEPT_MS,
  });
  return [];
}
