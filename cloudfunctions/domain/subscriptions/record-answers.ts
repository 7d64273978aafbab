import type { MessageAnswer, MessageKey } from '../../contract/subscriptions';
import type { Platform, Transaction } from '../../platform';
import { answerOnce, type RequestKey } from '../answers';
import { answered } from './rules';
import { consentIdOf, messageConsents, queuedMessages } from './store';

interface Answer {
  key: MessageKey;
  answer: MessageAnswer | 'stop';
}

async function record(transaction: Transaction, uid: string, { key, answer }: Answer, nowMs: number) {
  const id = consentIdOf(uid, key);
  const before = await transaction.get(messageConsents, id);
  const after = answered(before, answer, nowMs);
  if (before) await transaction.update(messageConsents, id, after);
  else await transaction.add(messageConsents, { _id: id, uid, key, ...after });
}

/**
 * Keeps what a rider has answered, in WeChat's window or to the app; each accept counts once, however often it is sent. Three
 * database calls, two more an answer.
 */
export const recordAnswers = (
  platform: Platform,
  { uid, answers, request }: { uid: string; answers: readonly Answer[]; request: RequestKey },
): Promise<Record<string, never>> =>
  answerOnce(platform, request, async transaction => {
    for (const answer of answers) await record(transaction, uid, answer, platform.nowMs());
    return {};
  });

/**
 * The rider gives a message up: nothing is left of it, and what waits to be sent is dropped. Six database calls. The second
 * part runs on a repeat too: the first run may have been cut off between the two.
 */
export async function stopMessages(
  platform: Platform,
  { uid, key, request }: { uid: string; key: MessageKey; request: RequestKey },
): Promise<void> {
  await recordAnswers(platform, { uid, answers: [{ key, answer: 'stop' }], request });
  await platform.database.updateWhere(
    queuedMessages,
    { uid, key, state: 'due' },
    { state: 'dropped', dueAtMs: null, facts: null },
  );
}
