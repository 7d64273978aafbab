import { type MessageKey, messageKeys } from '../../contract/subscriptions';
import type { Platform } from '../../platform';
import { mayOffer } from './rules';
import { consentIdOf, type MessageConsent, messageConsents } from './store';
import { templateIdOf } from './template-id';

export interface SubscriptionsView {
  messages: {
    key: MessageKey;
    templateId: string;
    left: number;
    mayOffer: boolean;
    latestAnswer: MessageConsent['latestAnswer'];
  }[];
}

/** What a rider has allowed of the messages that the deployment has templates for. One database call. */
export async function readSubscriptions(platform: Platform, uid: string): Promise<SubscriptionsView> {
  const found = await platform.database.find(messageConsents, {
    where: { _id: { oneOf: messageKeys.map(key => consentIdOf(uid, key)) } },
    limit: messageKeys.length,
  });
  const nowMs = platform.nowMs();
  const messages = messageKeys.flatMap(key => {
    const templateId = templateIdOf(platform, key);
    if (templateId === null) return [];
    const consent = found.find(one => one.key === key) ?? null;
    const { left = 0, latestAnswer = null } = consent ?? {};
    return [{ key, templateId, left, mayOffer: mayOffer(consent, nowMs), latestAnswer }];
  });
  return { messages };
}
