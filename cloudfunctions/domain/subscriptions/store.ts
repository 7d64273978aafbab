import type { MessageAnswer, MessageKey } from '../../contract/subscriptions';
import { collectionOf } from '../../platform';
import type { MessageFacts } from './message-words';

/** How often one rider may be sent one message. Every answer, queueing and refund reads and writes it. */
export interface MessageConsent {
  /** `<uid>:<key>` */
  _id: string;
  uid: string;
  key: MessageKey;
  /** Sends that were allowed and neither used nor promised to a message that is due. */
  left: number;
  latestAnswer: MessageAnswer | 'stop' | null;
  /** Strictly growing, so that every answer is a write. */
  answeredAtMs: number;
  /** Of the last refusal; null since the rider has accepted again. */
  refusedAtMs: number | null;
}

/**
 * `due`: it has its consent and waits for the job. `sending`: handed to WeChat, once; what a crash leaves in this state is
 * never sent again. `unknown`: WeChat's answer was lost. `dropped`: before it went out the rider gave the message or the guideline up, or the ride was taken back. The
 * others say what WeChat answered.
 */
export type MessageState = 'due' | 'sending' | 'sent' | 'none-left' | 'wrong' | 'unknown' | 'dropped';

/** One message. Of what it says nothing is kept once it is on its way. */
export interface QueuedMessage {
  /** `<key>:<id of what it tells of>`: nothing is told twice. */
  _id: string;
  uid: string;
  key: MessageKey;
  /** `<queuedAtMs, 15 digits>-<random>`: sorts like the time and is never equal. */
  position: string;
  state: MessageState;
  facts: MessageFacts | null;
  queuedAtMs: number;
  /** Equal to the time of queueing while it is due; null afterwards. */
  dueAtMs: number | null;
  /** What WeChat had against it; null without. */
  problem: string | null;
  expiresAtMs: number;
}

export const messageConsents = collectionOf<MessageConsent>('message_consents');
export const queuedMessages = collectionOf<QueuedMessage>('queued_messages');

export const consentIdOf = (uid: string, key: MessageKey): string => `${uid}:${key}`;
