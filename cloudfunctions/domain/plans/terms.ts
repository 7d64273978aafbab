import { DAY_MS } from '../../platform/beijing-time';
import type { Parameters } from '../parameters';

/** Until people set another number: what a fulfilled plan pays, and how many of a day do. Our own judgement. */
const BONUS = 20;
const PAID_A_DAY = 2;

/** Plans that can be made for one Beijing day, given up or not. Our own judgement: two ways, and room to think again. */
export const MADE_A_DAY = 6;

/** How close to the plan's places a trip has to begin and end: a neighbouring stop still counts. Our own judgement. */
export const NEAR_METRES = 1_000;

/** Operators' records come up to two days late (Beijing's practice); one more is for the day itself. */
export const LATE_DAYS = 3;
export const LATE_MS = LATE_DAYS * DAY_MS;

/** Where somebody goes is sensitive: plans are forgotten after this long. */
export const PLANS_KEPT_MS = 90 * DAY_MS;

export interface PlanTerms {
  bonus: number;
  paidADay: number;
  madeADay: number;
  nearMetres: number;
  lateDays: number;
}

export const termsOf = ({ earning }: Pick<Parameters, 'earning'>): PlanTerms => ({
  bonus: earning.plans?.bonus ?? BONUS,
  paidADay: earning.plans?.paidADay ?? PAID_A_DAY,
  madeADay: MADE_A_DAY,
  nearMetres: NEAR_METRES,
  lateDays: LATE_DAYS,
});
