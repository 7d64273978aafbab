import type { Platform } from '../../platform';
import { uidOf } from './account-names';
import { appendEntry } from './append-entry';
import type { Entry } from './entry';
import type { DerivedFacts } from './holds/post-hold';
import { inOneEntry } from './in-one-entry';
import { timeOf } from './open-account';
import { planExpiry } from './rules';

/**
 * Books out a rider's lots of one month that has passed: bonus to `sink:expired`, carbon to the pool's intake. One entry
 * a rider and month, exactly once; null when nothing of that month is left or it has not passed. 5 database calls.
 */
export function expireLots(
  platform: Platform,
  accountId: string,
  month: string,
  facts: Omit<DerivedFacts, 'reason'>,
): Promise<Entry | null> {
  const key = `expired:${uidOf(accountId)}:${month}`;
  const requestHash = platform.keyedDigest('ledger-expire', key);
  return inOneEntry(platform, { key, requestHash }, async book => {
    const open = await book.open(accountId);
    const plan = planExpiry(open.account, month, timeOf(open, facts.nowMs));
    if (!plan) return null;
    return appendEntry(book.transaction, [open], plan, {
      ...facts,
      key,
      requestHash,
      reason: 'expired',
      reference: { type: 'month', id: month },
      commitment: null,
    });
  });
}
