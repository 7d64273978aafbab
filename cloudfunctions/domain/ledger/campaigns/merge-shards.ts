import { isDatabaseError, type Platform, type Transaction } from '../../../platform';
import { NO_ORIGIN } from '../account';
import { AccountBook } from '../account-book';
import type { Entry } from '../entry';
import { moveCreditsWithin } from '../move-credits';
import type { OpenAccount } from '../open-account';
import { type MergeLease, mergeLeases } from '../store';
import { budgetOf, findShards } from './find-shards';

/** Longer than a merge takes; who dies in it stops others for no longer. */
const LEASE_MS = 10_000;

/** Of many who find no shard that can pay, one gathers; the others look again. Null while somebody is at it. */
async function acquire(platform: Platform, campaignId: string): Promise<MergeLease | null> {
  try {
    return await takeLease(platform, campaignId);
  } catch (error) {
    // Two first leases at once: the other one has it.
    if (isDatabaseError(error, 'duplicate')) return null;
    throw error;
  }
}

function takeLease(platform: Platform, campaignId: string): Promise<MergeLease | null> {
  return platform.database.transact(async transaction => {
    const nowMs = platform.nowMs();
    const lease = await transaction.get(mergeLeases, campaignId);
    if (lease && lease.untilMs > nowMs) return null;
    const next = { number: (lease?.number ?? 0) + 1, untilMs: nowMs + LEASE_MS };
    if (lease) await transaction.update(mergeLeases, campaignId, next);
    else await transaction.add(mergeLeases, { _id: campaignId, ...next });
    return { _id: campaignId, ...next };
  });
}

/** The fullest shard gets everything, so that at least this one can pay as long as there is enough in all. */
function movesTo(target: OpenAccount, opens: readonly OpenAccount[]) {
  return opens
    .filter(open => open !== target && budgetOf(open.account) > 0)
    .map(open => ({
      source: open.account._id,
      destination: target.account._id,
      kind: 'bonus' as const,
      origin: NO_ORIGIN,
      amount: budgetOf(open.account),
    }));
}

/** Gathers, and gives the lease back in the same transaction; does nothing when somebody else has taken it meanwhile. */
async function gather(
  transaction: Transaction,
  lease: MergeLease,
  shardIds: readonly string[],
  facts: { nowMs: number; parametersVersion: number },
): Promise<Entry | null> {
  const current = await transaction.get(mergeLeases, lease._id);
  if (current?.number !== lease.number) return null;
  await transaction.update(mergeLeases, lease._id, { untilMs: 0 });
  const book = new AccountBook(transaction);
  const opens: OpenAccount[] = [];
  for (const id of shardIds) opens.push(await book.open(id));
  const target = [...opens].sort((left, right) => budgetOf(right.account) - budgetOf(left.account))[0];
  const moves = target ? movesTo(target, opens) : [];
  if (moves.length === 0) return null;
  const entry = await moveCreditsWithin(book, moves, {
    ...facts,
    key: `merged:${lease._id}:${lease.number}`,
    requestHash: '',
    reason: 'campaign-merged',
    reference: { type: 'campaign', id: lease._id },
    commitment: null,
    answer: () => null,
  });
  await book.close();
  return entry;
}

/**
 * Gathers what is left of a campaign's budget in one shard, which rewards larger than any shard's rest need. Of several
 * at the same time one does it, by a lease of ten seconds. Null when another one is at it, or nothing is to gather.
 */
export async function mergeShards(
  platform: Platform,
  campaignId: string,
  { parametersVersion }: { parametersVersion: number },
): Promise<Entry | null> {
  const lease = await acquire(platform, campaignId);
  if (!lease) return null;
  const shardIds = (await findShards(platform, campaignId)).map(({ _id }) => _id);
  const facts = { nowMs: platform.nowMs(), parametersVersion };
  return platform.database.transact(transaction => gather(transaction, lease, shardIds, facts));
}
