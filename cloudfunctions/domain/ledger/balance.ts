import { type Account, type Kind, kinds } from './account';
import type { Balance, KindBalance } from './entry';
import { isUsable, sumOf } from './plans/lots';

function kindBalance(account: Account, kind: Kind, atMs: number): KindBalance {
  const availableByExpiry: Record<string, number> = {};
  for (const lot of account.lots) {
    if (lot.kind !== kind || !isUsable(lot, atMs)) continue;
    availableByExpiry[lot.expiresOn] = (availableByExpiry[lot.expiresOn] ?? 0) + lot.amount;
  }
  const held = account.holds.flatMap(hold => hold.lots).filter(lot => lot.kind === kind);
  return {
    available: sumOf(Object.values(availableByExpiry).map(amount => ({ amount }))),
    held: sumOf(held),
    debt: sumOf(account.debts.filter(debt => debt.kind === kind)),
    availableByExpiry,
  };
}

const forEachKind = (make: (kind: Kind) => KindBalance): Balance =>
  Object.fromEntries(kinds.map(kind => [kind, make(kind)])) as Balance;

/** What the account holds at `atMs`, expired lots left out. */
export const balanceOf = (account: Account, atMs: number): Balance =>
  forEachKind(kind => kindBalance(account, kind, atMs));

/** A balance written down earlier, seen at `atMs`: lots that have expired by then are left out. */
export const balanceSeenAt = (balance: Balance, atMs: number): Balance =>
  forEachKind(kind => {
    const usable = Object.entries(balance[kind].availableByExpiry).filter(([expiresOn]) =>
      isUsable({ expiresOn }, atMs),
    );
    return {
      ...balance[kind],
      available: usable.reduce((sum, [, amount]) => sum + amount, 0),
      availableByExpiry: Object.fromEntries(usable),
    };
  });

export const emptyBalance = (): Balance =>
  forEachKind(() => ({ available: 0, held: 0, debt: 0, availableByExpiry: {} }));
