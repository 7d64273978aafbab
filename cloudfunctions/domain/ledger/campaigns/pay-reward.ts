import { Refusal } from '../../../contract/errors';
import type { Platform } from '../../../platform';
import { NO_ORIGIN } from '../account';
import type { AccountBook } from '../account-book';
import { appendEntry, type EntryFacts } from '../append-entry';
import { checkAmount } from '../checks';
import type { Entry } from '../entry';
import { inOneEntry } from '../in-one-entry';
import { storedEntry } from '../once';
import { timeOf } from '../open-account';
import { requirePayingOut } from '../paying-out';
import { type LedgerParameters, planCredit } from '../rules';
import { budgetOf, findShards, type Shard } from './find-shards';
import { mergeShards } from './merge-shards';

export interface Reward {
  campaignId: string;
  accountId: string;
  amount: number;
}

/** How often the shards are looked at before a caller is told to come again. */
const LOOKS = 8;

/** A look may fall into the middle of a merge and miss what moves; two in a row cannot. */
const EMPTY_LOOKS = 2;

/** Rewards begin at different shards, by their keys, so that they rarely meet. FNV-1a over UTF-16 code units. */
function placeOf(key: string, count: number): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1)
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  return (hash >>> 0) % count;
}

function inTurn(shards: readonly Shard[], { key }: EntryFacts, amount: number): Shard[] {
  const place = shards.length === 0 ? 0 : placeOf(key, shards.length);
  return [...shards.slice(place), ...shards.slice(0, place)].filter(({ budget }) => budget >= amount);
}

/** Errors: `INSUFFICIENT_CREDITS` when the shard has been emptied meanwhile, `CAMPAIGN_PAUSED`. */
async function payFrom(
  book: AccountBook,
  shardId: string,
  { accountId, amount }: Reward,
  facts: EntryFacts,
  parameters: LedgerParameters,
): Promise<Entry> {
  const shard = await book.open(shardId);
  if (shard.account.paused) throw new Refusal('CAMPAIGN_PAUSED');
  if (budgetOf(shard.account) < amount) throw new Refusal('INSUFFICIENT_CREDITS', { account: shardId });
  const user = await book.open(accountId);
  const opens = [user, shard];
  const what = { kind: 'bonus' as const, origin: NO_ORIGIN, amount, source: shardId };
  const plan = planCredit(user.account, what, timeOf(opens, facts.nowMs), parameters);
  return appendEntry(book.transaction, opens, plan, facts);
}

/** `isEmpty`: no shard, and not all of them together, could pay at that moment. */
async function look(
  platform: Platform,
  reward: Reward,
  facts: EntryFacts,
  parameters: LedgerParameters,
): Promise<Entry | { isEmpty: boolean }> {
  const shards = await findShards(platform, reward.campaignId);
  for (const shard of inTurn(shards, facts, reward.amount)) {
    try {
      return await inOneEntry(platform, facts, async book => {
        await requirePayingOut(platform);
        return payFrom(book, shard._id, reward, facts, parameters);
      });
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'INSUFFICIENT_CREDITS')) throw error;
    }
  }
  const total = shards.reduce((sum, { budget }) => sum + budget, 0);
  if (total < reward.amount) return { isEmpty: true };
  const stored = await storedEntry(platform, facts.key, facts.requestHash);
  if (stored) return stored;
  await mergeShards(platform, reward.campaignId, { parametersVersion: parameters.version });
  return { isEmpty: false };
}

/**
 * Pays a rider bonus from a campaign's budget, from one shard; what the shards have left over is gathered before a
 * campaign is called empty. Exactly once by `facts.key`; 8 database calls. Errors: `BUDGET_EMPTY`, `CAMPAIGN_PAUSED`,
 * `PAYING_OUT_STOPPED`, `LOT_LIMIT`, `IDEMPOTENCY_CONFLICT`, `TRY_AGAIN` when it is fought over.
 */
export async function payReward(
  platform: Platform,
  reward: Reward,
  facts: EntryFacts,
  parameters: LedgerParameters,
): Promise<Entry> {
  checkAmount(reward.amount);
  let emptyLooks = 0;
  for (let looks = 0; looks < LOOKS && emptyLooks < EMPTY_LOOKS; looks += 1) {
    const found = await look(platform, reward, facts, parameters);
    if ('_id' in found) return found;
    emptyLooks = found.isEmpty ? emptyLooks + 1 : 0;
  }
  const stored = await storedEntry(platform, facts.key, facts.requestHash);
  if (stored) return stored;
  throw new Refusal(emptyLooks === EMPTY_LOOKS ? 'BUDGET_EMPTY' : 'TRY_AGAIN');
}
