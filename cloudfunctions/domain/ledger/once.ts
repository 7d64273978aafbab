import { Refusal } from '../../contract/errors';
import { isDatabaseError, type Platform, type Transaction } from '../../platform';
import type { Entry } from './entry';
import { entries } from './store';

/**
 * Exactly once: `post` writes the entry of `key` in a transaction. When the key has been used already, by an earlier
 * delivery or by one that ran at the same time, the entry written then is the answer; a key that was used for
 * another request is refused with `IDEMPOTENCY_CONFLICT`. A refusal by the rules is looked at twice as well: the
 * state may refuse today what it allowed, and did, on the first delivery.
 */
export async function once(
  platform: Platform,
  key: string,
  requestHash: string,
  post: (transaction: Transaction) => Promise<Entry>,
): Promise<Entry> {
  try {
    return await platform.database.transact(post);
  } catch (error) {
    if (!isDatabaseError(error, 'duplicate') && !(error instanceof Refusal)) throw error;
    const existing = await platform.database.get(entries, key);
    if (!existing) throw error;
    if (existing.requestHash !== requestHash) throw new Refusal('IDEMPOTENCY_CONFLICT', { key });
    return existing;
  }
}
