/** Everything that decides, without any I/O: each rule makes postings, and the account as it is after them, from an account and a time. */
export type { LedgerParameters, Plan } from './plan';
export { planClosing } from './plan-closing';
export { type Credit, planCredit } from './plan-credit';
export { planExpiry } from './plan-expiry';
export { EXPIRED, isPastDeadline, planPostHold, planVoidHold } from './plan-hold-end';
export { creditsOf, planReversal } from './plan-reversal';
export { MOST_HOLDS, planHold, planSpending, type Spending } from './plan-spending';
export { vintageOf } from './vintages';
