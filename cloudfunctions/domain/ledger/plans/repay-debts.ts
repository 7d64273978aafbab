import { type Kind, NO_EXPIRY } from '../account';
import { debtAccount } from '../account-names';
import { ofKind, postedLots, soonestExpiring, takeLots } from './lots';
import type { Plan } from './plan';

/**
 * Repays debts of `kind`, oldest first, from the usable lots that expire soonest. Each repayment is two postings
 * through `conversion:<kind>`, because the lots given are of another origin than the ones owed.
 */
export function repayDebts(plan: Plan, kind: Kind, atMs: number): Plan {
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
