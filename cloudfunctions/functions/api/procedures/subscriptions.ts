import type { subscriptionsProcedures } from '../../../contract/subscriptions';
import { readSubscriptions, recordAnswers, stopMessages } from '../../../domain/subscriptions';
import type { HandlersOf } from '../handler';

/** What is left is read afterwards and not kept with the answer: a repetition hears how things stand now. */
export const subscriptionsHandlers: HandlersOf<typeof subscriptionsProcedures> = {
  'subscriptions.read': {
    access: 'rider',
    run: ({ platform, uid }) => readSubscriptions(platform, uid),
  },
  'subscriptions.answer': {
    access: 'consenting-rider',
    run: async ({ platform, uid, request, input: { answers } }) => {
      await recordAnswers(platform, { uid, answers, request });
      return readSubscriptions(platform, uid);
    },
  },
  'subscriptions.stop': {
    access: 'rider',
    run: async ({ platform, uid, request, input: { key } }) => {
      await stopMessages(platform, { uid, key, request });
      return readSubscriptions(platform, uid);
    },
  },
};
