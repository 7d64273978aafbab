/**
 * Subscriptions: messages that WeChat brings to riders who have asked for them.
 *
 * 1. One accept in WeChat's window is one send. A send is promised to a message in one transaction with the message, so there
 *    are never more messages than accepts.
 * 2. A message is handed to WeChat at most once: it is claimed before, and what a crash leaves behind is not tried again.
 * 3. Queueing follows what is told, outside of its transaction: crediting neither waits for a message nor fails with one, and
 *    a crash in between loses the message, never the ride.
 * 4. WeChat's count decides: where it says that nothing is left (43101), nothing is left here.
 * 5. A refusal is respected for 30 days. The rider sees what is left and can give it up.
 * 6. What is no longer so when it is to be sent is not sent, and its consent is the rider's again.
 * 7. What a message says is kept until it is handed over; that there was one, for 30 days.
 */
export { announceRides } from './announce-rides';
export { announceVerdict, type Verdict } from './announce-verdict';
export { personalParts } from './personal-parts';
export { purges } from './purges';
export { readSubscriptions, type SubscriptionsView } from './read-subscriptions';
export { recordAnswers, stopMessages } from './record-answers';
export { sendMessages } from './send-messages';
