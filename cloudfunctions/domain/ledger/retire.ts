import type { Platform } from '../../platform';
import { poolAccount } from './account-names';
import type { EntryFacts } from './append-entry';
import type { Entry } from './entry';
import { moveCredits } from './move-credits';

export const RETIRED = 'sink:retired';

/**
 * Takes grams of one origin out of the world, for good: those that came into the pool first, by their numbers, which are
 * in the entry and in `pool_serials`. Exactly once by `facts.key`; 6 database calls. Errors: `INSUFFICIENT_CREDITS`,
 * `IDEMPOTENCY_CONFLICT`.
 */
export const retire = (
  platform: Platform,
  { origin, amount }: { origin: string; amount: number },
  facts: Omit<EntryFacts, 'reason'>,
): Promise<Entry> => {
  const move = { source: poolAccount(origin), destination: RETIRED, kind: 'carbon' as const, origin, amount };
  return moveCredits(platform, move, { ...facts, reason: 'retired' });
};
