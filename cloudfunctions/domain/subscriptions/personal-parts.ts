import { messageKeys } from '../../contract/subscriptions';
import { type PersonalPart, removeAll } from '../personal-parts';
import { consentIdOf, messageConsents, queuedMessages } from './store';

const MESSAGES_A_PAGE = 500;

const subscriptions: PersonalPart = {
  kind: 'subscriptions',
  collections: ['message_consents', 'queued_messages'],
  count: (platform, uid) => platform.database.count(queuedMessages, { uid }),
  async page(platform, uid, cursor) {
    const consents =
      cursor === null
        ? await platform.database.find(messageConsents, {
            where: { _id: { oneOf: messageKeys.map(key => consentIdOf(uid, key)) } },
            limit: messageKeys.length,
          })
        : [];
    const found = await platform.database.find(queuedMessages, {
      where: { uid, ...(cursor !== null && { position: { above: cursor } }) },
      orderBy: [['position', 'asc']],
      limit: MESSAGES_A_PAGE,
    });
    const rows = [
      ...consents.map(({ key, left, latestAnswer, answeredAtMs, refusedAtMs }) => ({
        key,
        left,
        latestAnswer,
        answeredAtMs,
        refusedAtMs,
      })),
      ...found.map(({ key, state, queuedAtMs, facts }) => ({ key, state, queuedAtMs, facts })),
    ];
    return { rows, nextCursor: found.length === MESSAGES_A_PAGE ? found.at(-1)!.position : null };
  },
  async forget(platform, uid, deadlineMs) {
    // The consents first: without one no message is queued any more.
    const ids = messageKeys.map(key => consentIdOf(uid, key));
    if (!(await removeAll(platform, messageConsents, { _id: { oneOf: ids } }, deadlineMs))) return false;
    return removeAll(platform, queuedMessages, { uid }, deadlineMs);
  },
};

export const personalParts: readonly PersonalPart[] = [subscriptions];
