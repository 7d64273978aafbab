import { Refusal } from '../../../contract/errors';
import type { Platform } from '../../../platform';
import type { Entry } from '../entry';
import { readEntry } from '../reading/read-entry';
import { postKey } from './post-hold';
import { voidKey } from './void-hold';

/**
 * The entry by which a hold ended: the one that `end` books, or the one before if it had ended already. Null where the
 * ledger has none of its own, as when an account is closed. Up to two database calls beside those of `end`.
 */
export async function endHold(
  platform: Platform,
  holdKey: string,
  end: () => Promise<Entry>,
): Promise<Entry | null> {
  try {
    return await end();
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'HOLD_CLOSED')) throw error;
    return (await readEntry(platform, postKey(holdKey))) ?? (await readEntry(platform, voidKey(holdKey)));
  }
}
