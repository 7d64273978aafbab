import type { Platform } from '../../platform';
import { NO_ORIGIN } from './account';
import type { AccountBook } from './account-book';
import { merchantAccount } from './account-names';
import type { EntryFacts } from './append-entry';
import type { Entry } from './entry';
import { inOneEntry } from './in-one-entry';
import { moveCreditsWithin } from './move-credits';

/** Bonus of one merchant. */
export interface Settlement {
  merchantId: string;
  amount: number;
}

/** `settleMerchant` in a transaction of somebody else's. */
export const settleMerchantWithin = (
  book: AccountBook,
  { merchantId, amount }: Settlement,
  facts: Omit<EntryFacts, 'reason'>,
): Promise<Entry> => {
  const accounts = { source: merchantAccount(merchantId), destination: 'sink:settled' };
  const move = { ...accounts, kind: 'bonus' as const, origin: NO_ORIGIN, amount };
  return moveCreditsWithin(book, [move], { ...facts, reason: 'settled' });
};

/**
 * Bonus that a merchant was given and has been paid for. Exactly once by `facts.key`; 5 database calls. Errors:
 * `INSUFFICIENT_CREDITS`, `IDEMPOTENCY_CONFLICT`.
 */
export const settleMerchant = (
  platform: Platform,
  what: Settlement,
  facts: Omit<EntryFacts, 'reason'>,
): Promise<Entry> => inOneEntry(platform, facts, book => settleMerchantWithin(book, what, facts));
