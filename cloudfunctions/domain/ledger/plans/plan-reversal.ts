import { type Account, type Kind, type Lot, NO_EXPIRY } from '../account';
import { debtAccount, isUserAccount } from '../account-names';
import { exactSums } from '../checks';
import type { Posting } from '../entry';
import { mergeLots, ofKind, postedLots, soonestExpiring, sumOf, takeLots } from './lots';
import type { Plan } from './plan';
import { repayDebts } from './repay-debts';
import { addVintage } from './vintages';

/**
 * The postings of an entry that brought credits to the account. Its repayments of debts are left out, and lots that
 * came back from a hold, which nobody gave.
 */
export const creditsOf = (entry: { account: string; postings: readonly Posting[] }): Posting[] =>
  entry.postings.filter(
    ({ source, destination }) => destination === entry.account && !source.startsWith('held:'),
  );

/** A lot of a debt is owed by origin; equal ones are one debt, as old as the oldest. */
function addDebt(account: Account, kind: Kind, origin: string, amount: number): Account {
  const isSame = (debt: { kind: Kind; origin: string }) => debt.kind === kind && debt.origin === origin;
  const debts = account.debts.some(isSame)
    ? account.debts.map(debt => (isSame(debt) ? { ...debt, amount: debt.amount + amount } : debt))
    : [...account.debts, { kind, origin, amount }];
  return { ...account, debts };
}

/**
 * Takes back one credited posting: from unheld lots of its own origins, the rest as a debt. The lots that settle
 * soonest go first, so that what is left settles no earlier than the rides that it still stands for.
 */
function takeBack(plan: Plan, credited: Posting, atMs: number): Plan {
  let { account } = plan;
  const postings = [...plan.postings];
  const byOrigin = new Map<string, number>();
  for (const lot of credited.lots) byOrigin.set(lot.origin, (byOrigin.get(lot.origin) ?? 0) + lot.amount);
  for (const [origin, amount] of byOrigin) {
    const { kind } = credited;
    const isOwn = (lot: Lot) => ofKind(kind, atMs)(lot) && lot.origin === origin;
    const { taken, left, shortfall } = takeLots(account.lots, amount, isOwn, soonestExpiring);
    const back = { destination: credited.source, kind };
    if (sumOf(taken) > 0) postings.push({ source: account._id, ...back, lots: postedLots(taken) });
    account = { ...account, lots: left };
    if (shortfall > 0) {
      const owed = { origin, expiresOn: NO_EXPIRY, amount: shortfall };
      postings.push({ source: debtAccount(account._id), ...back, lots: [owed] });
      account = addDebt(account, kind, origin, shortfall);
    }
    if (kind === 'carbon') account = addVintage(account, origin, -amount);
  }
  return { postings, account };
}

/**
 * Posts the original credits of an entry back: from unheld lots of their own origin, the rest from the debt account,
 * which other unheld lots of that kind repay at once and later credits in time. Held lots stay, and so does what has
 * gone to the pool. At any time: the reversal window says how long carbon is kept apart and out of the pools, and a
 * ride that is found not to have been one afterwards is owed all the same. Throws `RangeError` for an entry that
 * credited nothing, such as a reversal, and for one that touched no user: what moved elsewhere is moved back by its own
 * use case, and the numbers of a pool's grams go forward only.
 */
export function planReversal(
  account: Account,
  original: { account: string; postings: readonly Posting[] },
  atMs: number,
): Plan {
  if (!isUserAccount(account._id)) throw new RangeError(`${account._id} is no user's account`);
  const credits = creditsOf(original);
  if (credits.length === 0) throw new RangeError(`an entry of ${original.account} has nothing to reverse`);
  const settledLots = { ...account, lots: mergeLots(account.lots, atMs) };
  let plan: Plan = { postings: [], account: settledLots };
  for (const credited of credits) {
    plan = repayDebts(takeBack(plan, credited, atMs), credited.kind, atMs);
  }
  return { ...plan, account: exactSums(plan.account) };
}
