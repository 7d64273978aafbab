import type { Platform } from '../../platform';
import { NO_ORIGIN } from './account';
import type { EntryFacts } from './append-entry';
import { credit } from './credit';
import type { Entry } from './entry';
import type { LedgerParameters } from './rules';

/**
 * Bonus that staff credit to a rider; who may, and who has agreed, is for others to know. Never carbon: a gram comes from
 * a ride. Exactly once by `facts.key`; 5 database calls. Errors: `IDEMPOTENCY_CONFLICT`, `LOT_LIMIT`.
 */
export const manualCredit = (
  platform: Platform,
  accountId: string,
  amount: number,
  facts: EntryFacts,
  parameters: LedgerParameters,
): Promise<Entry> => {
  const what = { kind: 'bonus' as const, origin: NO_ORIGIN, amount, source: 'mint:manual' };
  return credit(platform, accountId, what, facts, parameters);
};
