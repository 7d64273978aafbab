import type { Platform } from '../../../platform';
import { addMonths } from '../../../platform/beijing-time';
import { type Account, type Kind, kinds } from '../account';
import { sumOf } from '../plans/lots';
import { type ExpiryPlace, walkByExpiry } from './walk-by-expiry';

/** What of a rider's free lots ends with each month that was asked for, and with which of all months the first ends. */
export interface ExpiringMonths {
  accountId: string;
  nextExpiryOn: string;
  months: { month: string; amounts: Record<Kind, number> }[];
}

function endingWith({ lots }: Account, month: string): ExpiringMonths['months'][number] {
  const ending = lots.filter(lot => lot.expiresOn === month);
  const amounts = kinds.map(kind => [kind, sumOf(ending.filter(lot => lot.kind === kind))]);
  return { month, amounts: Object.fromEntries(amounts) };
}

/**
 * Riders whose first free lots expire with one of these consecutive months, in the order of months and accounts,
 * behind `after`, and how much of theirs ends with each. Held lots do not expire. One or two database calls.
 */
export async function findExpiring(
  platform: Platform,
  months: readonly string[],
  limit: number,
  after: ExpiryPlace | null = null,
): Promise<ExpiringMonths[]> {
  const [above, below] = [addMonths(months[0]!, -1), addMonths(months.at(-1)!, 1)];
  const found = await walkByExpiry(platform, { above, below, after, limit, fields: ['lots'] });
  return found.map(account => ({
    accountId: account._id,
    nextExpiryOn: account.nextExpiryOn!,
    months: months.map(month => endingWith(account, month)),
  }));
}
