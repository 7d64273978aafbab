import { documentProblem } from '../../../miniprogram/proof/replay';
import type { Platform } from '../../platform';
import { endOfDayMs, startOfDayMs } from '../../platform/beijing-time';
import { type Account, readAccounts } from '../ledger';
import type { Leaf } from '../seals';
import { addPlaceSums, negative, stateSums } from './place-sums';
import { headProblem, type Replayed, replayAccounts } from './replay-accounts';
import { readCheckpoints, saveCheckpoint } from './save-checkpoint';
import type { Checkpoint, Finding, PlaceSum } from './store';

export type HeadLeaf = Extract<Leaf, { account: string }>;

export const isHeadLeaf = (leaf: Leaf): leaf is HeadLeaf => 'account' in leaf;

export interface CheckedHeads {
  /** What the accounts have more than at their checkpoints before. */
  sums: PlaceSum[];
  replayed: number;
  newAccounts: number;
  findings: Finding[];
}

/** Entries that were found in the chains of accounts which are not their own, by account. */
export type Elsewhere = ReadonlyMap<string, readonly string[]>;

const NOTHING = { sums: [] as PlaceSum[], seq: 0 };

/** The checkpoint at the day's head; one that is there already was made by an earlier try. */
function checkpointOf(
  day: string,
  { account }: HeadLeaf,
  known: Checkpoint | undefined,
  { chain, pending }: Replayed,
): Checkpoint {
  if (known?.day === day) return known;
  const before = known ? { sums: stateSums(account, known.state), seq: known.state.seq } : NOTHING;
  return { _id: account, day, state: chain.state(), before, pending };
}

/** What is wrong with the document of an account that was replayed; later entries are looked at by the walk. */
function documentFinding(document: Account | undefined, { chain }: Replayed, day: string): Finding | null {
  const { account, head } = chain;
  const where = { code: 'WRONG_ACCOUNT' as const, account, key: null, seq: null, day };
  if (!document) return { ...where, problem: 'its document is missing' };
  if (document.seq > head.seq) return null;
  const problem = documentProblem({ ...document }, chain);
  return problem === null ? null : { ...where, problem };
}

const isUser = (account: string): boolean => account.startsWith('user:');

/** A number that is missing in another account's chain may be that of a late entry, which a later seal will hold. */
function headFinding(leaf: HeadLeaf, replayed: Replayed, day: string, isWaiting: boolean): Finding | null {
  const problem = headProblem(replayed, leaf);
  if (problem === null) return null;
  const isShort = replayed.chain.head.seq < leaf.seq;
  if (isShort && isWaiting && !isUser(leaf.account)) return null;
  const { account, seq } = leaf;
  return { code: isShort ? 'MISSING' : 'NOT_AS_SEALED', account, key: null, seq, day, problem };
}

/**
 * Replays the accounts of some head leaves up to these heads and keeps where they have come to, those that are sound.
 * Repeated, it answers the same. Database calls: two, one for each hundred accounts, and one for each account.
 */
export async function checkHeads(
  platform: Platform,
  day: string,
  leaves: readonly HeadLeaf[],
  { elsewhere, isWaiting }: { elsewhere: Elsewhere; isWaiting: boolean },
): Promise<CheckedHeads> {
  const names = leaves.map(({ account }) => account);
  const [known, documents] = await Promise.all([
    readCheckpoints(platform, names),
    readAccounts(platform, names),
  ]);
  const documentOf = new Map(documents.map(document => [document._id, document]));
  const requests = leaves.map(({ account, seq }) => ({
    account,
    from: known.get(account)?.state ?? null,
    upToSeq: known.get(account)?.day === day ? 0 : seq,
    elsewhere: [...(known.get(account)?.pending ?? []), ...(elsewhere.get(account) ?? [])],
  }));
  const time = { from: startOfDayMs(day), below: endOfDayMs(day) };
  const replays = await replayAccounts(platform, requests, time);
  const checked: CheckedHeads = { sums: [], replayed: 0, newAccounts: 0, findings: [] };
  for (const leaf of leaves) {
    const { account } = leaf;
    const replayed = replays.get(account)!;
    const wrong =
      replayed.finding ??
      headFinding(leaf, replayed, day, isWaiting) ??
      documentFinding(documentOf.get(account), replayed, day);
    if (wrong) {
      checked.findings.push(wrong);
      continue;
    }
    const before = known.get(account);
    const checkpoint = checkpointOf(day, leaf, before, replayed);
    if (checkpoint !== before) await saveCheckpoint(platform, before, checkpoint);
    checked.sums.push(...stateSums(account, checkpoint.state), ...negative(checkpoint.before.sums));
    checked.replayed += checkpoint.state.seq - checkpoint.before.seq;
    if (checkpoint.before.seq === 0) checked.newAccounts += 1;
  }
  return { ...checked, sums: addPlaceSums(checked.sums) };
}
