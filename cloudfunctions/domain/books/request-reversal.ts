import { Refusal } from '../../contract/errors';
import { type Difference, unchanged } from '../../contract/staff/shapes';
import type { Platform, Transaction } from '../../platform';
import { requestApproval } from '../approvals';
import {
  type Balance,
  creditsOf,
  type Entry,
  hasEntry,
  isClosed,
  readBalance,
  readEntry,
  reversalKey,
} from '../ledger';
import { countAgreeing, fewerLine } from '../staff';
import { riderOf } from './account-name';
import { booksReversalKind } from './reversal-kind';
import { irreversibleBecause } from './reversible';
import { thousands } from './thousands';

export interface ReversalRequest {
  entryKey: string;
  reason: string;
  requesterId: string;
  /** The requester as a rider, null when he is none: nobody asks about himself. */
  requesterUid: string | null;
}

const kindNames = { carbon: '减排积分', bonus: '奖励积分' } as const;

const amountOf = (entry: Entry, kind: 'carbon' | 'bonus'): number =>
  creditsOf(entry)
    .filter(posting => posting.kind === kind)
    .flatMap(({ lots }) => lots)
    .reduce((sum, lot) => sum + lot.amount, 0);

/** What goes, of how much; what the rider has not got any more will be owed. */
function lossOf(entry: Entry, balance: Balance, kind: 'carbon' | 'bonus'): Difference[] {
  const amount = amountOf(entry, kind);
  if (amount === 0) return [];
  const { available } = balance[kind];
  const owed = Math.max(0, amount - available);
  const after = `${thousands(available - amount + owed)}${owed > 0 ? `，另有 ${thousands(owed)} 待抵扣` : ''}`;
  return [
    unchanged(`撤销的${kindNames[kind]}`, thousands(amount)),
    { label: `会员可用${kindNames[kind]}`, before: thousands(available), after },
  ];
}

function refuseIrreversible(entry: Entry, isReversed: boolean, closed: boolean): void {
  const problem = isReversed
    ? '这笔入账已经撤销'
    : closed
      ? '会员已注销，账户不再变动'
      : irreversibleBecause(entry);
  if (problem !== null) throw new Refusal('INVALID_INPUT', { field: 'entryKey', reason: problem });
}

/**
 * Asks for an entry to be taken back. Errors: `NOT_FOUND`, `INVALID_INPUT` with why it cannot be, `OWN_REQUEST`,
 * `PENDING_ALREADY`. Five database calls and those of asking for an approval.
 */
export async function requestReversal(
  transaction: Transaction,
  platform: Platform,
  { entryKey, reason, requesterId, requesterUid }: ReversalRequest,
): Promise<{ approvalId: string; uid: string }> {
  const entry = await readEntry(platform, entryKey);
  if (!entry) throw new Refusal('NOT_FOUND', { field: 'entryKey' });
  const [isReversed, closed, balance, agreeing] = await Promise.all([
    hasEntry(platform.database, reversalKey(entryKey)),
    isClosed(platform.database, entry.account),
    readBalance(platform, entry.account),
    countAgreeing(platform.database, { involved: [requesterId], nowMs: platform.nowMs() }),
  ]);
  refuseIrreversible(entry, isReversed, closed);
  const uid = riderOf(entry.account)!;
  if (uid === requesterUid) throw new Refusal('OWN_REQUEST');
  const tripId = entry.reference.type === 'trip' ? entry.reference.id : null;
  const { approvalId } = await requestApproval(transaction, platform, booksReversalKind, {
    payload: { entryKey, uid, tripId, agreeing },
    requesterId,
    reason,
    differences: [
      unchanged('会员', uid.slice(0, 8)),
      unchanged('分录', `第 ${thousands(entry.seq)} 笔（${entry.day}）`),
      ...lossOf(entry, balance, 'carbon'),
      ...lossOf(entry, balance, 'bonus'),
      ...fewerLine(agreeing),
    ],
  });
  return { approvalId, uid };
}
