import type { Platform } from '../../platform';
import { type Plan, plans } from './store';

/** What a plan was paid, and by which entry. */
export type PlanBonus = Pick<Plan, '_id' | 'uid' | 'bonus' | 'entryKey'>;

/** Plans by their ids, at most 1,000; those that are forgotten are left out. One database call. */
export const readPlanBonuses = async (platform: Platform, ids: readonly string[]): Promise<PlanBonus[]> =>
  ids.length === 0
    ? []
    : platform.database.find(plans, {
        where: { _id: { oneOf: ids } },
        limit: ids.length,
        fields: ['uid', 'bonus', 'entryKey'],
      });
