import type { Platform } from '../../../platform';
import { NO_ORIGIN } from '../account';
import type { EntryFacts } from '../append-entry';
import type { Entry } from '../entry';
import { inOneEntry } from '../in-one-entry';
import { moveCreditsWithin } from '../move-credits';
import { budgetOf, findShards } from './find-shards';

/**
 * What a campaign has not paid goes back to where it was minted. Exactly once by `facts.key`; null when nothing is left.
 * A reward that is taken back later is the campaign's again: it goes back by another return, under a key of its own.
 * Up to 4 database calls and 2 a shard. Error: `IDEMPOTENCY_CONFLICT`.
 */
export async function returnBudget(
  platform: Platform,
  campaignId: string,
  facts: Omit<EntryFacts, 'reason' | 'reference' | 'commitment'>,
): Promise<Entry | null> {
  const shards = await findShards(platform, campaignId);
  return inOneEntry(platform, facts, async book => {
    const moves = [];
    for (const { _id: source } of shards) {
      const { account } = await book.open(source);
      const what = { kind: 'bonus' as const, origin: NO_ORIGIN, amount: budgetOf(account) };
      if (what.amount > 0) moves.push({ source, destination: 'mint:campaign', ...what });
    }
    if (moves.length === 0) return null;
    return moveCreditsWithin(book, moves, {
      ...facts,
      reason: 'campaign-returned',
      reference: { type: 'campaign', id: campaignId },
      commitment: null,
    });
  });
}
