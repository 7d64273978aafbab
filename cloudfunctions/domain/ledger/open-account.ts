import { GENESIS_HASH } from '../../../miniprogram/proof';
import type { Transaction } from '../../platform';
import { type Account, emptyAccount, NO_EXPIRY } from './account';
import { accounts } from './store';

/**
 * One account while a transaction works on it: read once, written once, any number of entries in between. A post of
 * one entry is start, get, add, update, commit.
 */
export interface OpenAccount {
  account: Account;
  /** False until the account's document exists. */
  exists: boolean;
}

export async function openAccount(transaction: Transaction, id: string): Promise<OpenAccount> {
  const account = await transaction.get(accounts, id);
  return { account: account ?? emptyAccount(id, GENESIS_HASH), exists: account !== null };
}

/** The time of an entry on these accounts: never before the latest of any of them, whatever this server's clock says. */
export const timeOf = (opens: OpenAccount | readonly OpenAccount[], nowMs: number): number =>
  [opens].flat().reduce((latestMs, { account }) => Math.max(latestMs, account.updatedAtMs), nowMs);

/** What the jobs find accounts by; derived, and kept as scalars because indexes sort those alike everywhere. */
function nextOf({ lots, holds }: Account): Pick<Account, 'nextExpiryOn' | 'nextDeadlineMs'> {
  const months = lots.map(lot => lot.expiresOn).filter(month => month !== NO_EXPIRY);
  return {
    nextExpiryOn: months.length === 0 ? null : months.reduce((first, next) => (next < first ? next : first)),
    nextDeadlineMs: holds.length === 0 ? null : Math.min(...holds.map(hold => hold.deadlineMs)),
  };
}

/** Writes the account back, once, after the last entry. */
export async function closeAccount(transaction: Transaction, open: OpenAccount): Promise<void> {
  const account = { ...open.account, ...nextOf(open.account) };
  if (!open.exists) return transaction.add(accounts, account);
  const { _id: id, ...fields } = account;
  return transaction.update(accounts, id, fields);
}
