/**
 * Answers of mutating requests, for callers that repeat them.
 *
 * 1. An answer is written in the transaction of its effect: there is never one without the other.
 * 2. One key has one effect, however often and at however many places at once it arrives.
 * 3. The same key with another input is refused and has no effect.
 * 4. A refusal is not kept: it is judged again.
 * 5. Inputs are kept as keyed digests only.
 * 6. Answers are removed after a week.
 */
export { answerOnce } from './answer-once';
export { personalParts } from './personal-parts';
export { purges } from './purges';
export { type RequestKey, requestKeyOf } from './request-key';
