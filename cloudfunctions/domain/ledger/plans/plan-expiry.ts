import { beijingMonth } from '../../../platform/beijing-time';
import type { Account } from '../account';
import { postingsOfLeaving } from './leaving';
import type { Plan } from './plan';
import { EXPIRED } from './plan-hold-end';

/** What no longer counts is booked out: the lots of one month that has passed. Null when there are none. */
export function planExpiry(account: Account, month: string, atMs: number): Plan | null {
  if (month >= beijingMonth(atMs)) return null;
  const expired = account.lots.filter(lot => lot.expiresOn === month);
  if (expired.length === 0) return null;
  return {
    postings: postingsOfLeaving(expired, account._id, EXPIRED, atMs),
    account: { ...account, lots: account.lots.filter(lot => lot.expiresOn !== month) },
  };
}
