import { Refusal } from '../../contract/errors';
import { DatabaseError, isDatabaseError, type Platform, type Transaction } from '../../platform';
import type { Entry } from './entry';
import { entries } from './store';

/** Tries in all, when a document that is not of this key was in the way. */
const TRIES = 3;

/** The entry of a key, null when there is none. Error: `IDEMPOTENCY_CONFLICT` when it was used for another request. */
export async function storedEntry(
  platform: Platform,
  key: string,
  requestHash: string,
): Promise<Entry | null> {
  const stored = await platform.database.get(entries, key);
  if (stored && stored.requestHash !== requestHash) throw new Refusal('IDEMPOTENCY_CONFLICT', { key });
  return stored;
}

/**
 * Exactly once: `post` writes the entry of `key` in a transaction. When the key has been used already, by an earlier
 * delivery or by one that ran at the same time, the entry written then is the answer; a key that was used for
 * another request is refused with `IDEMPOTENCY_CONFLICT`.
 *
 * Whatever went wrong, the entry is looked for before it is said: the rules may refuse today what they allowed, and
 * did, on the first delivery; and a commit whose answer was lost may have happened. A duplicate without our entry is
 * somebody else's document: two first entries of an account at once, which a new look at the account resolves.
 *
 * A `post` that finds nothing to do answers null: then there is nothing any more, and the entry is looked for as well.
 */
export async function once<Done extends Entry | null>(
  platform: Platform,
  key: string,
  requestHash: string,
  post: (transaction: Transaction) => Promise<Done>,
): Promise<Done | Entry> {
  for (let tried = 1; ; tried += 1) {
    try {
      const done = await platform.database.transact(post);
      return done ?? (await storedEntry(platform, key, requestHash)) ?? done;
    } catch (error) {
      if (!(error instanceof DatabaseError || error instanceof Refusal)) throw error;
      const stored = await storedEntry(platform, key, requestHash);
      if (stored) return stored;
      if (!isDatabaseError(error, 'duplicate') || tried === TRIES) throw error;
    }
  }
}
