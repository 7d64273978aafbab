import { Refusal } from '../../contract/errors';
import { addDays, addMonths, beijingDay, beijingMonth } from '../../platform/beijing-time';
import { type Account, debtAccount, type Kind, type Lot, NO_EXPIRY } from './account';
import { checkCredit, exactSums } from './checks';
import type { Posting } from './entry';
import { mergeLots, ofKind, postedLots, soonestExpiring, sumOf, takeLots } from './lots';

/** The numbers that entries are judged by; versioned parameters, see `domain/parameters`. */
export interface LedgerParameters {
  version: number;
  /** A lot expires this many months after the month of crediting. */
  expiryMonths: number;
  /** Carbon may be reversed, and stays a lot of its own, for this many days. */
  reversalWindowDays: number;
  /** More lots than this would make the account's document slow to write. */
  lotLimit: number;
}

/** What an entry does: its postings, and the account as it is afterwards (except number, head and time). */
export interface Plan {
  postings: Posting[];
  account: Account;
}

export interface Credit {
  kind: Kind;
  origin: string;
  amount: number;
  /** The open account that the credits come from, `mint:trip`. */
  source: string;
}

/** The vintage month of a carbon origin such as `sz-2021:2026-11`. */
export const vintageOf = (origin: string): string => origin.slice(origin.lastIndexOf(':') + 1);

/**
 * A ride may be a month old when it comes and wait another month for its rider, so that caps look back across up to
 * four calendar months; one more for safety.
 */
const VINTAGES_KEPT = 5;

function addVintage(account: Account, origin: string, amount: number): Account {
  const month = vintageOf(origin);
  // A month that is no longer kept is under no cap any more.
  if (amount < 0 && account.carbonByVintage[month] === undefined) return account;
  const sums = { ...account.carbonByVintage, [month]: (account.carbonByVintage[month] ?? 0) + amount };
  const latest = Object.keys(sums).sort().slice(-VINTAGES_KEPT);
  return { ...account, carbonByVintage: Object.fromEntries(latest.map(kept => [kept, sums[kept]!])) };
}

function withinLotLimit(account: Account, parameters: LedgerParameters): Account {
  const count = account.lots.length + account.holds.reduce((sum, hold) => sum + hold.lots.length, 0);
  if (count > parameters.lotLimit) throw new Refusal('LOT_LIMIT', { limit: parameters.lotLimit });
  return account;
}

/**
 * Repays debts of `kind`, oldest first, from the usable lots that expire soonest. Each repayment is two postings
 * through `conversion:<kind>`, because the lots given are of another origin than the ones owed.
 */
function repayDebts(plan: Plan, kind: Kind, atMs: number): Plan {
  let { account } = plan;
  const postings = [...plan.postings];
  for (const debt of account.debts.filter(owed => owed.kind === kind)) {
    const { taken, left, shortfall } = takeLots(
      account.lots,
      debt.amount,
      ofKind(kind, atMs),
      soonestExpiring,
    );
    const paid = debt.amount - shortfall;
    if (paid === 0) break;
    const conversion = `conversion:${kind}`;
    const owed = { origin: debt.origin, expiresOn: NO_EXPIRY, amount: paid };
    postings.push(
      { source: account._id, destination: conversion, kind, lots: postedLots(taken) },
      { source: conversion, destination: debtAccount(account._id), kind, lots: [owed] },
    );
    const debts = account.debts
      .map(other => (other === debt ? { ...other, amount: shortfall } : other))
      .filter(other => other.amount > 0);
    account = { ...account, lots: left, debts };
  }
  return { postings, account };
}

/** Credits come in as a lot of their own; what is owed of that kind is repaid at once. */
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
    expiresOn: addMonths(beijingMonth(atMs), parameters.expiryMonths),
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

/** The postings of an entry that brought credits to the account, its repayments of debts left out. */
export const creditsOf = (entry: { account: string; postings: readonly Posting[] }): Posting[] =>
  entry.postings.filter(posting => posting.destination === entry.account);

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
 * which other unheld lots of that kind repay at once and later credits in time. Held lots stay. Throws `RangeError`
 * for an entry that credited nothing, such as a reversal.
 */
export function planReversal(
  account: Account,
  original: { account: string; postings: readonly Posting[] },
  atMs: number,
): Plan {
  const credits = creditsOf(original);
  if (credits.length === 0) throw new RangeError(`an entry of ${original.account} has nothing to reverse`);
  const settledLots = { ...account, lots: mergeLots(account.lots, atMs) };
  let plan: Plan = { postings: [], account: settledLots };
  for (const credited of credits) {
    plan = repayDebts(takeBack(plan, credited, atMs), credited.kind, atMs);
  }
  return { ...plan, account: exactSums(plan.account) };
}
