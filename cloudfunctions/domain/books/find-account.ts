import type { StaffOutput } from '../../contract/staff/procedures';
import type { Platform } from '../../platform';
import { pendingApproval } from '../approvals';
import { type Account, balanceOf, type Hold, type Kind, type KindBalance, readAccount } from '../ledger';
import { fullAccountName, riderOf } from './account-name';
import { creditTarget } from './credit-kind';

export type ShownAccount = NonNullable<StaffOutput<'books.account'>['account']>;

const kindOf = ({ available, held, debt }: KindBalance) => ({ available, held, debt });

const heldOf = ({ lots }: Hold, kind: Kind): number =>
  lots.filter(lot => lot.kind === kind).reduce((sum, lot) => sum + lot.amount, 0);

const shownHold = (hold: Hold): ShownAccount['holds'][number] => ({
  key: hold.key,
  deadlineMs: hold.deadlineMs,
  reference: hold.reference,
  amounts: { carbon: heldOf(hold, 'carbon'), bonus: heldOf(hold, 'bonus') },
});

/** A rider without entries has an account all the same: with nothing in it. */
function shownContents(account: Account | null, nowMs: number) {
  const none = { available: 0, held: 0, debt: 0 };
  if (account === null) {
    const nothing = { lots: [], holds: [], debts: [], serials: null };
    return { seq: 0, head: '', updatedAtMs: 0, balance: { carbon: none, bonus: none }, ...nothing };
  }
  const { seq, head, updatedAtMs, lots, holds, debts, serials = null } = account;
  const balance = balanceOf(account, Math.max(nowMs, updatedAtMs));
  return {
    seq,
    head,
    updatedAtMs,
    balance: { carbon: kindOf(balance.carbon), bonus: kindOf(balance.bonus) },
    lots: lots.map(({ settlesOn = null, ...lot }) => ({ ...lot, settlesOn })),
    holds: holds.map(shownHold),
    debts,
    serials,
  };
}

/**
 * An account by its name or a rider's number; null where there is neither. Two database calls side by side, and one to find
 * the rider.
 */
export async function findAccount(platform: Platform, typed: string): Promise<ShownAccount | null> {
  const accountId = await fullAccountName(platform, typed);
  if (accountId === null) return null;
  const uid = riderOf(accountId);
  const [account, pendingApprovalId] = await Promise.all([
    readAccount(platform, accountId),
    uid === null ? null : pendingApproval(platform, creditTarget(uid)),
  ]);
  if (uid === null && account === null) return null;
  const contents = shownContents(account, platform.nowMs());
  return { accountId, uid, isClosed: account?.isClosed === true, pendingApprovalId, ...contents };
}
