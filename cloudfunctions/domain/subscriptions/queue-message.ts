import { isDatabaseError, type Platform, positionAt } from '../../platform';
import { DAY_MS } from '../../platform/beijing-time';
import type { RideFacts, VerdictFacts } from './message-words';
import { consentIdOf, messageConsents, type QueuedMessage, queuedMessages } from './store';

/** That it was sent is kept for as long. */
const KEPT_MS = 30 * DAY_MS;

type Told = { key: 'ride-credited'; facts: RideFacts } | { key: 'report-decided'; facts: VerdictFacts };

export type NewMessage = Told & {
  uid: string;
  /** Of what it tells of. */
  subjectId: string;
};

function messageOf(platform: Platform, { uid, key, subjectId, facts }: NewMessage): QueuedMessage {
  const atMs = platform.nowMs();
  return {
    _id: `${key}:${subjectId}`,
    uid,
    key,
    position: positionAt(atMs, platform.randomId()),
    state: 'due',
    facts,
    queuedAtMs: atMs,
    dueAtMs: atMs,
    problem: null,
    expiresAtMs: atMs + KEPT_MS,
  };
}

/**
 * Uses one of the rider's consents for a message, which the job sends. Answers false, and does nothing, where no consent is
 * left or this was told before. Five database calls, three without a consent.
 */
export async function queueMessage(platform: Platform, message: NewMessage): Promise<boolean> {
  const id = consentIdOf(message.uid, message.key);
  try {
    return await platform.database.transact(async transaction => {
      const consent = await transaction.get(messageConsents, id);
      if (!consent || consent.left === 0) return false;
      await transaction.update(messageConsents, id, { left: consent.left - 1 });
      await transaction.add(queuedMessages, messageOf(platform, message));
      return true;
    });
  } catch (error) {
    if (isDatabaseError(error, 'duplicate')) return false;
    throw error;
  }
}
