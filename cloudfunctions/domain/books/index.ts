/**
 * The ledger's books as staff see them, and what they may have corrected.
 *
 * 1. Nothing here writes the ledger but the effects of approvals; whoever asks, and whom it is for, does not agree to it.
 * 2. Two members agree, or one where a team has no second; what is shown to them says so.
 * 3. By hand only bonus is given: a gram comes from a ride.
 * 4. A correction is an entry of its own. What is there is never changed, and no reversal is taken back.
 * 5. A ride's entry goes back together with its ride: the day's caps, the partner's later words and the rider know.
 * 6. A closed account stays closed.
 * 7. Paying out goes on again only by what two have agreed to, for the stop that they have read of, and not while
 *    the checks find something wrong or an alarm waits for somebody to look at it.
 */
export { booksCreditKind } from './credit-kind';
export { findAccount } from './find-account';
export { listEntries } from './list-entries';
export { readBookEntry } from './read-book-entry';
export { readDay } from './read-day';
export { readStop } from './read-stop';
export { reconcilePage } from './reconcile-page';
export { requestCredit } from './request-credit';
export { requestResume } from './request-resume';
export { requestReversal } from './request-reversal';
export { booksResumeKind } from './resume-kind';
export { booksReversalKind } from './reversal-kind';
export { thousands } from './thousands';
export { agreeingSteps, DECIDE_WITHIN_MS } from './two-agree';
