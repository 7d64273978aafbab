import type { Platform } from '../../../platform';
import { NO_ORIGIN } from '../account';
import type { AccountBook } from '../account-book';
import { shardAccount } from '../account-names';
import type { EntryFacts } from '../append-entry';
import { checkAmount } from '../checks';
import type { Entry } from '../entry';
import { inOneEntry } from '../in-one-entry';
import { moveCreditsWithin } from '../move-credits';
import { MOST_SHARDS } from './find-shards';

export interface Funding {
  /** Letters, digits, `-` and `_`. */
  campaignId: string;
  /** Bonus credits. */
  amount: number;
  /** Rewards paid at the same time get in each other's way on one shard; 1 … 64. */
  shardCount: number;
}

function check({ campaignId, amount, shardCount }: Funding): void {
  checkAmount(amount);
  if (!/^[\w-]+$/.test(campaignId)) throw new RangeError(`${campaignId} is no campaign's id`);
  if (!Number.isInteger(shardCount) || shardCount < 1 || shardCount > MOST_SHARDS)
    throw new RangeError(`${shardCount} shards`);
}

/** Equal parts; what does not divide goes to the first ones. */
function partsOf({ amount, shardCount }: Funding): number[] {
  const [part, rest] = [Math.floor(amount / shardCount), amount % shardCount];
  return Array.from({ length: shardCount }, (_, number) => part + (number < rest ? 1 : 0));
}

/** Shards that are new to a paused campaign are paused as well: every funding writes the first shard, which says so. */
async function openShards(book: AccountBook, shardIds: readonly string[]): Promise<void> {
  const first = await book.open(shardIds[0]!);
  for (const id of shardIds) {
    const open = await book.open(id);
    if (first.account.paused) open.account = { ...open.account, paused: true };
  }
}

/**
 * Mints a campaign's budget into its shards, by one entry; more of it may be minted later, and what is minted into a
 * paused campaign waits with the rest. Exactly once by `facts.key`; 3 database calls and 2 a shard. Error:
 * `IDEMPOTENCY_CONFLICT`.
 */
export function fundCampaign(
  platform: Platform,
  funding: Funding,
  facts: Omit<EntryFacts, 'reason' | 'reference' | 'commitment'>,
): Promise<Entry> {
  check(funding);
  const moves = partsOf(funding)
    .map((amount, number) => ({
      source: 'mint:campaign',
      destination: shardAccount(funding.campaignId, number),
      kind: 'bonus' as const,
      origin: NO_ORIGIN,
      amount,
    }))
    .filter(({ amount }) => amount > 0);
  return inOneEntry(platform, facts, async book => {
    await openShards(
      book,
      moves.map(({ destination }) => destination),
    );
    return moveCreditsWithin(book, moves, {
      ...facts,
      reason: 'campaign-funded',
      reference: { type: 'campaign', id: funding.campaignId },
      commitment: null,
    });
  });
}
