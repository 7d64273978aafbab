import { beijingDay } from '../../../platform/beijing-time';
import type { Lot } from '../account';
import { intakeAccount } from '../account-names';
import type { Posting } from '../entry';
import { postedLots } from './lots';

/** Carbon that may still be taken back waits in the intake of the day on which it settles, all other in today's. */
const intakeDay = ({ settlesOn }: Lot, today: string): string =>
  settlesOn !== undefined && settlesOn > today ? settlesOn : today;

/**
 * The postings by which lots leave a rider for good: bonus to `bonusTo`, carbon to the pool's intake, by day. What
 * bonus is worth is settled with somebody; carbon is a gram that stays in the books until it is retired.
 */
export function postingsOfLeaving(
  lots: readonly Lot[],
  source: string,
  bonusTo: string,
  atMs: number,
): Posting[] {
  const today = beijingDay(atMs);
  const bonus = lots.filter(lot => lot.kind === 'bonus');
  const carbon = lots.filter(lot => lot.kind === 'carbon');
  const days = [...new Set(carbon.map(lot => intakeDay(lot, today)))].sort();
  const postings: Posting[] = days.map(day => ({
    source,
    destination: intakeAccount(day),
    kind: 'carbon',
    lots: postedLots(carbon.filter(lot => intakeDay(lot, today) === day)),
  }));
  if (bonus.length === 0) return postings;
  return [{ source, destination: bonusTo, kind: 'bonus', lots: postedLots(bonus) }, ...postings];
}
