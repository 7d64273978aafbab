/**
 * Reconciliation: what a partner says he has sent, beside what we have.
 *
 * 1. Both sides count the rides of a Beijing day by entry, rejected ones left out, and compare a hash of their tickets.
 * 2. A statement moves no credits: people look into differences, and the partner sends again or reverses.
 * 3. Of several statements of a day the last one counts.
 * 4. Tickets are named by digests only.
 */
export { type ComparedDay, compareDay } from './compare-days';
export { type StatementAnswer, stateDay } from './state-day';
