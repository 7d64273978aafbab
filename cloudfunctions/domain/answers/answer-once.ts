import { Refusal } from '../../contract/errors';
import { isDatabaseError, type Platform, type Transaction } from '../../platform';
import type { RequestKey } from './request-key';
import { answers } from './store';

/** A phone repeats a request within minutes; a week also covers one that was put away and found again. */
export const ANSWERS_KEPT_MS = 7 * 24 * 3_600_000;

/**
 * Exactly once: runs `work` in a transaction that also writes its answer. A repeated request, a late one or one that
 * runs at the same time, gets the answer of the first; a key that was used for another input is refused with
 * `IDEMPOTENCY_CONFLICT`. Nothing is read beforehand, because repeats are rare: their work is rolled back by the
 * duplicate. A refusal is looked at twice too, since the first run may have used up what the second asks for.
 * Three database calls (start, add, commit) on top of those of `work`.
 */
export async function answerOnce<Answer>(
  platform: Platform,
  request: RequestKey,
  work: (transaction: Transaction) => Promise<Answer>,
): Promise<Answer> {
  try {
    return await platform.database.transact(async transaction => {
      const answer = await work(transaction);
      const expiresAtMs = platform.nowMs() + ANSWERS_KEPT_MS;
      await transaction.add(answers, { _id: request.key, requestHash: request.hash, answer, expiresAtMs });
      return answer;
    });
  } catch (error) {
    if (!isDatabaseError(error, 'duplicate') && !(error instanceof Refusal)) throw error;
    const stored = await platform.database.get(answers, request.key);
    if (!stored) throw error;
    if (stored.requestHash !== request.hash) throw new Refusal('IDEMPOTENCY_CONFLICT');
    // The same procedure wrote it under this key; what leaves the function is checked by the output's schema again.
    return stored.answer as Answer;
  }
}
