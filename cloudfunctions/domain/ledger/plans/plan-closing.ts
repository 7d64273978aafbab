import { type Account, type Lot, NO_EXPIRY } from '../account';
import { debtAccount, heldAccount } from '../account-names';
import type { Posting } from '../entry';
import { postingsOfLeaving } from './leaving';
import { isUsable } from './lots';
import type { Plan } from './plan';
import { EXPIRED } from './plan-hold-end';

const DELETED = 'sink:deleted';
const WRITTEN_OFF = 'sink:written-off';

function postingsOfParts(account: Account, atMs: number): Posting[] {
  const held = account.holds.flatMap(hold => hold.lots);
  const parts: [string, Lot[]][] = [
    [account._id, account.lots],
    [heldAccount(account._id), held],
  ];
  return parts.flatMap(([source, lots]) => [
    ...postingsOfLeaving(
      lots.filter(lot => isUsable(lot, atMs)),
      source,
      DELETED,
      atMs,
    ),
    ...postingsOfLeaving(
      lots.filter(lot => !isUsable(lot, atMs)),
      source,
      EXPIRED,
      atMs,
    ),
  ]);
}

const writeOff = (account: Account): Posting[] =>
  account.debts.map(({ kind, origin, amount }) => ({
    source: WRITTEN_OFF,
    destination: debtAccount(account._id),
    kind,
    lots: [{ origin, expiresOn: NO_EXPIRY, amount }],
  }));

/**
 * The last entry of a rider who leaves: holds are void, carbon goes to the pool, bonus is deleted, debts are written off.
 * The account stays, empty, so that its chain and all sums stay valid. Null when there is nothing left.
 */
export function planClosing(account: Account, atMs: number): Plan | null {
  const postings = [...postingsOfParts(account, atMs), ...writeOff(account)];
  if (postings.length === 0) return null;
  return { postings, account: { ...account, lots: [], holds: [], debts: [] } };
}
