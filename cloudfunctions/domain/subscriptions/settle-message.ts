import type { MessageOutcome, Platform } from '../../platform';
import { consentIdOf, messageConsents, type QueuedMessage, queuedMessages } from './store';

/** Or nobody asked WeChat, because there was nothing to tell any more. */
export type SendOutcome = MessageOutcome | { outcome: 'dropped' };

/** One send more or none; `startedAtMs` is when WeChat was asked. */
async function correctConsent(
  platform: Platform,
  { uid, key }: QueuedMessage,
  outcome: 'none-left' | 'wrong' | 'dropped',
  startedAtMs: number,
): Promise<void> {
  await platform.database.transact(async transaction => {
    const id = consentIdOf(uid, key);
    const consent = await transaction.get(messageConsents, id);
    // Forgotten with its account.
    if (!consent) return;
    if (outcome !== 'none-left') {
      // Whoever has given the message up in between wants none back.
      if (consent.latestAnswer === 'stop') return;
      await transaction.update(messageConsents, id, { left: consent.left + 1 });
    }
    // What the rider has accepted since is not what WeChat was speaking of.
    else if (consent.left > 0 && consent.answeredAtMs < startedAtMs) {
      await transaction.update(messageConsents, id, { left: 0 });
    }
  });
}

/**
 * Writes down what became of a message that was handed to WeChat. WeChat's count is the one that decides: where it says that
 * nothing is left, ours becomes zero; where it took nothing because of a fault of ours, or was not asked, the consent is given back (unless the rider gave it
 * up), and the message is not tried again. One database call, four more for a consent.
 */
export async function settleMessage(
  platform: Platform,
  message: QueuedMessage,
  outcome: SendOutcome,
  startedAtMs: number,
): Promise<void> {
  const problem = 'problem' in outcome ? outcome.problem : null;
  const patch = { state: outcome.outcome, problem };
  const settled = await platform.database.updateWhere(
    queuedMessages,
    { _id: message._id, state: 'sending' },
    patch,
  );
  if (settled === 0) return;
  const what = outcome.outcome;
  if (what === 'sent' || what === 'unknown') return;
  await correctConsent(platform, message, what, startedAtMs);
}
