import type { Platform } from '../../platform';
import { userAccount } from '../ledger';
import { type PlanBonus, readPlanBonuses } from '../plans';
import { type BonusEntry, givenBackBy, paidBy, wrongBonus } from './bonus-entry';
import type { Finding } from './store';

const MINT = 'mint:plan';

/** The key of the entry that pays a plan; a reversal names that. */
const PLAN_KEY = /^plan:/;

const planOf = ({ reference: { type, id } }: BonusEntry): string | null => {
  if (type === 'plan') return id;
  return type === 'entry' && PLAN_KEY.test(id) ? id.replace(PLAN_KEY, '') : null;
};

function problemOf(entry: BonusEntry, plan: PlanBonus | undefined): string | null {
  const paid = paidBy(entry, MINT);
  if (planOf(entry) === null) return `it moves credits from or to ${MINT} without naming a plan`;
  if (!plan) return null;
  if (entry.account !== userAccount(plan.uid)) return 'its plan is of another rider';
  if (paid > 0 && plan.entryKey !== entry._id) return `its plan names the entry ${plan.entryKey}`;
  return plan.bonus === paid + givenBackBy(entry, MINT) ? null : `its plan was paid ${plan.bonus}`;
}

/** Compares entries that pay a plan's bonus, or take it back, with their plans. One database call when there are any. */
export async function checkPlans(platform: Platform, entries: readonly BonusEntry[]): Promise<Finding[]> {
  const moving = entries.filter(entry => paidBy(entry, MINT) + givenBackBy(entry, MINT) > 0);
  const ids = [...new Set(moving.flatMap(entry => planOf(entry) ?? []))];
  const plans = new Map((await readPlanBonuses(platform, ids)).map(plan => [plan._id, plan]));
  return moving.flatMap(entry => {
    const problem = problemOf(entry, plans.get(planOf(entry) ?? ''));
    return problem === null ? [] : [wrongBonus(entry, problem)];
  });
}
