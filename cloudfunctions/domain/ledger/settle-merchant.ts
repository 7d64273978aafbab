import type { Platform } from '../../platform';
import { NO_ORIGIN } from './account';
import { merchantAccount } from './account-names';
import type { EntryFacts } from './append-entry';
import type { Entry } from './entry';
import { moveCredits } from './move-credits';

/**
 * Bonus that a merchant was given and has been paid for. Exactly once by `facts.key`; 5 database calls. Errors:
 * `INSUFFICIENT_CREDITS`, `IDEMPOTENCY_CONFLICT`.
 */
export const settleMerchant = (
  platform: Platform,
  { merchantId, amount }: { merchantId: string; amount: number },
  facts: Omit<EntryFacts, 'reason'>,
): Promise<Entry> => {
  const move = { source: merchantAccount(merchantId), destination: 'sink:settled', kind: 'bonus' as const };
  return moveCredits(platform, { ...move, origin: NO_ORIGIN, amount }, { ...facts, reason: 'settled' });
};
