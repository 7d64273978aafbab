import type { Platform } from '../../platform';
import { DAY_MS } from '../../platform/beijing-time';
import { DAY_CAP_CREDITS } from './rules';
import { type StepBook, stepBooks } from './store';

/** Books of these riders, at most 1,000; those that have none are left out. One database call. */
export const readStepBooks = async (
  platform: Platform,
  uids: readonly string[],
): Promise<Pick<StepBook, '_id' | 'days'>[]> =>
  uids.length === 0
    ? []
    : platform.database.find(stepBooks, {
        where: { _id: { oneOf: uids } },
        limit: uids.length,
        fields: ['days'],
      });

/**
 * The most that steps of these days, `<day>` or `<first>/<last>`, can have paid: what the book says of those that it still
 * has, the day's cap of the others. Null where it is no span of days. Pure.
 */
export function mostCreditsOf(span: string, days: StepBook['days']): number | null {
  const [first = '', last = first] = span.split('/');
  const count = 1 + (Date.parse(last) - Date.parse(first)) / DAY_MS;
  if (!Number.isInteger(count) || count < 1) return null;
  const known = days.filter(({ day }) => first <= day && day <= last);
  const credits = known.reduce((sum, day) => sum + day.credits, 0);
  return credits + (count - known.length) * DAY_CAP_CREDITS;
}
