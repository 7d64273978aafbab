/**
 * Milestones: what a rider's verified grams amount to, in published numbers.
 *
 * 1. Only carbon counts: what a partner has signed and the caps let through.
 * 2. Each milestone names its source; nothing is an equivalence of our own.
 * 3. They are derived and kept nowhere: a trip that is taken back takes with it what it had reached.
 * 4. They pay nothing.
 */
export { methodologyOf } from './methodology';
export { type Milestone, milestones } from './milestones';
export { readMilestones } from './read-milestones';
