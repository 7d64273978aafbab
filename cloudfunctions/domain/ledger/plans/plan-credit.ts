import { Refusal } from '../../../contract/errors';
import { addDays, addMonths, beijingDay, beijingMonth } from '../../../platform/beijing-time';
import type { Account, Kind, Lot } from '../account';
import { checkCredit, exactSums } from '../checks';
import type { Posting } from '../entry';
import { compactLots, mergeLots, postedLots } from './lots';
import type { LedgerParameters, Plan } from './plan';
import { repayDebts } from './repay-debts';
import { addVintage } from './vintages';

export interface Credit {
  kind: Kind;
  origin: string;
  amount: number;
  /** The account that the credits come from: an open one such as `mint:trip`, or a campaign's shard. */
  source: string;
  /** Of what is given again: the month in which it would have expired. It lasts no longer, but always for the month. */
  expiredOn?: string;
}

const countLots = ({ lots, holds }: Account): number =>
  lots.length + holds.reduce((sum, hold) => sum + hold.lots.length, 0);

/**
 * An account that is full keeps no settlement days apart for a while. What is left even then is a lot for each origin
 * and month of expiry, which no rider reaches with the factor sets there are; months that expire make room again.
 */
function withinLotLimit(account: Account, { lotLimit }: LedgerParameters): Account {
  if (countLots(account) <= lotLimit) return account;
  const compact = { ...account, lots: compactLots(account.lots) };
  if (countLots(compact) > lotLimit) throw new Refusal('LOT_LIMIT', { limit: lotLimit });
  return compact;
}

function expiryOf({ expiredOn }: Credit, atMs: number, { expiryMonths }: LedgerParameters): string {
  const month = beijingMonth(atMs);
  const latest = addMonths(month, expiryMonths);
  if (expiredOn === undefined || expiredOn > latest) return latest;
  return expiredOn < month ? month : expiredOn;
}

/** Credits a user: they come in as a lot of their own; what is owed of that kind is repaid at once. */
export function planCredit(
  account: Account,
  credit: Credit,
  atMs: number,
  parameters: LedgerParameters,
): Plan {
  checkCredit(account, credit);
  const lot: Lot = {
    kind: credit.kind,
    origin: credit.origin,
    expiresOn: expiryOf(credit, atMs, parameters),
    amount: credit.amount,
    ...(credit.kind === 'carbon' && {
      settlesOn: addDays(beijingDay(atMs), parameters.reversalWindowDays),
    }),
  };
  const credited = { ...account, lots: mergeLots([...account.lots, lot], atMs) };
  const counted = credit.kind === 'carbon' ? addVintage(credited, credit.origin, credit.amount) : credited;
  const posting: Posting = {
    source: credit.source,
    destination: account._id,
    kind: credit.kind,
    lots: postedLots([lot]),
  };
  const plan = repayDebts({ postings: [posting], account: counted }, credit.kind, atMs);
  return { ...plan, account: withinLotLimit(exactSums(plan.account), parameters) };
}
