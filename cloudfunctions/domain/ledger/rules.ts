/** Everything that decides, without any I/O: each rule makes postings, and the account as it is after them, from an account and a time. */
export type { LedgerParameters, Plan } from './plans/plan';
export { planClosing } from './plans/plan-closing';
export { type Credit, planCredit } from './plans/plan-credit';
export { type GivenBack, planExchange } from './plans/plan-exchange';
export { planExpiry } from './plans/plan-expiry';
export { EXPIRED, isPastDeadline, planPostHold, planVoidHold } from './plans/plan-hold-end';
export { creditsOf, planReversal } from './plans/plan-reversal';
export { MOST_HOLDS, planHold, planSpending, type Spending } from './plans/plan-spending';
export { vintageOf } from './plans/vintages';
