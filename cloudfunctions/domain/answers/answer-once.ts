import { Refusal } from '../../contract/errors';
import { DatabaseError, isDatabaseError, type Platform, type Transaction } from '../../platform';
import type { RequestKey } from './request-key';
import { answers, type StoredAnswer } from './store';

/** A phone repeats a request within minutes; a week also covers one that was put away and found again. */
export const ANSWERS_KEPT_MS = 7 * 24 * 3_600_000;

/** Tries in all, when a document that is not of this key was in the way. */
const TRIES = 3;

/**
 * Exactly once: runs `work` in a transaction that also writes its answer. A repeated request, a late one or one that
 * runs at the same time, gets the answer of the first; a key that was used for another input is refused with
 * `IDEMPOTENCY_CONFLICT`.
 *
 * Nothing is read beforehand, because repeats are rare: the duplicate key rolls their work back. Whatever went wrong,
 * the stored answer is looked for before it is said: the first run may have used up what the second asks for, and a
 * commit whose answer was lost may have happened. A duplicate without our answer is somebody else's document, such as a
 * random code that was taken, and `work` is tried again. Three database calls on top of those of `work`.
 */
export async function answerOnce<Answer>(
  platform: Platform,
  request: RequestKey,
  work: (transaction: Transaction) => Promise<Answer>,
): Promise<Answer> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await platform.database.transact(transaction =>
        workAndStore(platform, transaction, request, work),
      );
    } catch (error) {
      if (!(error instanceof DatabaseError || error instanceof Refusal)) throw error;
      const stored = await storedAnswer(platform, request);
      // The same procedure wrote it under this key; what leaves the function is checked by the output's schema again.
      if (stored) return stored.answer as Answer;
      if (!isDatabaseError(error, 'duplicate') || tried === TRIES) throw error;
    }
  }
}

async function workAndStore<Answer>(
  platform: Platform,
  transaction: Transaction,
  { key, hash }: RequestKey,
  work: (transaction: Transaction) => Promise<Answer>,
): Promise<Answer> {
  const answer = await work(transaction);
  const expiresAtMs = platform.nowMs() + ANSWERS_KEPT_MS;
  await transaction.add(answers, { _id: key, requestHash: hash, answer, expiresAtMs });
  return answer;
}

async function storedAnswer(platform: Platform, { key, hash }: RequestKey): Promise<StoredAnswer | null> {
  const stored = await platform.database.get(answers, key);
  if (stored && stored.requestHash !== hash) throw new Refusal('IDEMPOTENCY_CONFLICT');
  return stored;
}
