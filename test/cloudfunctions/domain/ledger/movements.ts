import type { Account } from '../../../../cloudfunctions/domain/ledger/account';
import type { Posting } from '../../../../cloudfunctions/domain/ledger/entry';
import { rider } from './notation';

/** Sums by name, those of zero left out. */
export const sumBy = <T>(items: readonly T[], nameOf: (item: T) => string, amountOf: (item: T) => number) => {
  const sums: Record<string, number> = {};
  for (const item of items) sums[nameOf(item)] = (sums[nameOf(item)] ?? 0) + amountOf(item);
  return Object.fromEntries(Object.entries(sums).filter(([, amount]) => amount !== 0));
};

/** Net movement of every account by kind, origin and expiry. */
export function movements(postings: readonly Posting[]): Record<string, number> {
  const moves = postings.flatMap(({ source, destination, kind, lots }) =>
    lots.flatMap(({ origin, expiresOn, amount }) => [
      { name: `${source} ${kind} ${origin} ${expiresOn}`, amount: -amount },
      { name: `${destination} ${kind} ${origin} ${expiresOn}`, amount },
    ]),
  );
  return sumBy(
    moves,
    move => move.name,
    move => move.amount,
  );
}

/** What an account has, has set aside and owes, in the words of `movements`. */
export const standing = (account: Account): Record<string, number> => ({
  ...sumBy(
    account.lots,
    lot => `${rider} ${lot.kind} ${lot.origin} ${lot.expiresOn}`,
    lot => lot.amount,
  ),
  ...sumBy(
    account.holds.flatMap(hold => hold.lots),
    lot => `held:r ${lot.kind} ${lot.origin} ${lot.expiresOn}`,
    lot => lot.amount,
  ),
  ...sumBy(
    account.debts,
    debt => `debt:r ${debt.kind} ${debt.origin} -`,
    debt => -debt.amount,
  ),
});

export const difference = (after: Record<string, number>, before: Record<string, number>) =>
  sumBy(
    [...new Set([...Object.keys(after), ...Object.keys(before)])],
    name => name,
    name => (after[name] ?? 0) - (before[name] ?? 0),
  );

/** Expiry is set where credits reach a user; everywhere else kind and origin say what they are. */
export const withoutExpiry = (posting: Posting): Posting => ({
  ...posting,
  lots: posting.lots.map(lot => ({ ...lot, expiresOn: '-' })),
});
