import { Refusal } from '../../contract/errors';
import type { Platform, Transaction } from '../../platform';
import { currentParameters, ownTripCaps } from '../parameters';
import { reportMonthId, reportMonths, reports } from './store';

/** How many trips of a month a rider may declare, as many as can be paid. No database call, or one a minute. */
export const monthLimit = async (platform: Platform): Promise<number> =>
  ownTripCaps(await currentParameters(platform), 'self-report').monthTrips;

/** Those that count, open ones as well: refused and withdrawn ones leave room. One database call. */
export const countMonth = async (platform: Platform, uid: string, month: string): Promise<number> => {
  const where = { uid, month, state: { oneOf: ['checking', 'waiting', 'paid', 'appealed'] } };
  return platform.database.count(reports, where);
};

/** There was room for one more, as long as no other report of the month has come since. */
export interface MonthRoom {
  uid: string;
  month: string;
  /** Reports that had been taken for the month before they were counted, whatever became of them. */
  taken: number;
}

/**
 * Looks whether one more report of the month may be taken. A transaction cannot count, so what is counted here has to
 * be confirmed in the one that stores. Error: `REPORT_LIMIT`. Two database calls, one more a minute.
 */
export async function findRoom(platform: Platform, uid: string, month: string): Promise<MonthRoom> {
  // Before the count: whatever is taken between the two is then seen as having come since.
  const known = await platform.database.get(reportMonths, reportMonthId(uid, month));
  const [made, most] = await Promise.all([countMonth(platform, uid, month), monthLimit(platform)]);
  if (made < most) return { uid, month, taken: known?.taken ?? 0 };
  const reason = `每月最多申报 ${most} 次，${Number(month.slice(5))} 月的已用完`;
  throw new Refusal('REPORT_LIMIT', { field: 'fromMs', reason });
}

/** Takes the room in the transaction that stores the report; false when another report has come since it was found. */
export async function takeRoom(transaction: Transaction, { uid, month, taken }: MonthRoom): Promise<boolean> {
  const _id = reportMonthId(uid, month);
  const known = await transaction.get(reportMonths, _id);
  if ((known?.taken ?? 0) !== taken) return false;
  if (known) await transaction.update(reportMonths, _id, { taken: taken + 1 });
  else await transaction.add(reportMonths, { _id, uid, month, taken: 1 });
  return true;
}
