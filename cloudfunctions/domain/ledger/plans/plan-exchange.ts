import type { Account, Kind } from '../account';
import { exactSums } from '../checks';
import { ofKind, postedLots, soonestExpiring, sumOf, takeLots } from './lots';
import type { LedgerParameters, Plan } from './plan';
import { type Credit, planCredit } from './plan-credit';

/** What is given back in the same entry: up to so much, of what is neither held nor used. */
export interface GivenBack {
  kind: Kind;
  amount: number;
  /** Where it once came from. */
  destination: string;
}

/**
 * Credits a user and takes other credits back for it, as one. What is not there any more is not owed: whoever gets
 * something better for a thing must not be worse off for having used it.
 */
export function planExchange(
  account: Account,
  credit: Credit,
  back: GivenBack,
  atMs: number,
  parameters: LedgerParameters,
): Plan {
  const plan = planCredit(account, credit, atMs, parameters);
  const { lots } = plan.account;
  const { taken, left } = takeLots(lots, back.amount, ofKind(back.kind, atMs), soonestExpiring);
  if (sumOf(taken) === 0) return plan;
  const posting = {
    source: account._id,
    destination: back.destination,
    kind: back.kind,
    lots: postedLots(taken),
  };
  return { postings: [...plan.postings, posting], account: exactSums({ ...plan.account, lots: left }) };
}
