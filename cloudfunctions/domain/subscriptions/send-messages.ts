import type { MessageOutcome, Platform } from '../../platform';
import type { Job } from '../jobs';
import { openidOf } from '../riders';
import { isMoot } from './is-moot';
import { wordMessage } from './message-words';
import { settleMessage } from './settle-message';
import { type QueuedMessage, queuedMessages } from './store';
import { templateIdOf } from './template-id';

/** Handed to WeChat side by side: sending is waiting. */
const MESSAGES_A_STEP = 20;

/** Whoever changes the state is the one who sends; from here on it is sent at most once. */
async function claim(platform: Platform, { _id }: QueuedMessage): Promise<boolean> {
  const taken = await platform.database.updateWhere(
    queuedMessages,
    { _id, state: 'due' },
    { state: 'sending', dueAtMs: null, facts: null },
  );
  return taken === 1;
}

async function hand(
  platform: Platform,
  { key, facts }: QueuedMessage,
  openid: string | null,
): Promise<MessageOutcome> {
  const templateId = templateIdOf(platform, key);
  const worded = facts && wordMessage(key, facts);
  if (openid === null || templateId === null || worded === null) {
    const what = openid === null ? 'openid' : templateId === null ? 'template' : 'words';
    return { outcome: 'wrong', problem: `no ${what}` };
  }
  return platform.messages.send({ openid, templateId, ...worded });
}

const dropped = { outcome: 'dropped' } as const;

async function send(platform: Platform, message: QueuedMessage): Promise<void> {
  const openid = await openidOf(platform, message.uid);
  const isDropped = await isMoot(platform, message);
  if (!(await claim(platform, message))) return;
  const startedAtMs = platform.nowMs();
  const outcome = isDropped ? dropped : await hand(platform, message, openid);
  if ('problem' in outcome) {
    platform.log('messages.failed', { key: message.key, outcome: outcome.outcome, problem: outcome.problem });
  }
  await settleMessage(platform, message, outcome, startedAtMs);
}

/** Messages that are due, oldest first. Five database calls each; what is claimed leaves the list, so no cursor is needed. */
export const sendMessages: Job = {
  name: 'send-messages',
  everyMs: 5 * 60_000,
  async step(platform) {
    const due = await platform.database.find(queuedMessages, {
      where: { dueAtMs: { above: 0, upTo: platform.nowMs() } },
      orderBy: [['dueAtMs', 'asc']],
      limit: MESSAGES_A_STEP,
    });
    await Promise.all(due.map(message => send(platform, message)));
    return { cursor: due.length === MESSAGES_A_STEP ? 'more' : null };
  },
};
