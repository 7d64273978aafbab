import { Refusal } from '../../contract/errors';
import type { creditOccasions } from '../../contract/staff/books';
import { unchanged } from '../../contract/staff/shapes';
import type { Platform, Transaction } from '../../platform';
import { requestApproval } from '../approvals';
import { isClosed, readBalance, userAccount } from '../ledger';
import { findRiderByNumber } from '../riders';
import { countAgreeing, fewerLine } from '../staff';
import { booksCreditKind } from './credit-kind';
import { thousands } from './thousands';

type Occasion = (typeof creditOccasions)[number];

export interface CreditRequest {
  uid: string;
  amount: number;
  occasion: Occasion;
  reason: string;
  requesterId: string;
  /** The requester as a rider, null when he is none: nobody asks for himself. */
  requesterUid: string | null;
}

export const occasionTexts: Readonly<Record<Occasion, string>> = {
  'missed-reward': '补发漏记的奖励',
  service: '服务不周，向会员致歉',
  activity: '线下活动的奖励',
};

/**
 * Asks for bonus for a rider. Errors: `OWN_REQUEST`, `NOT_FOUND`, `INVALID_INPUT` for a closed account,
 * `PENDING_ALREADY`. Four database calls and those of asking for an approval.
 */
export async function requestCredit(
  transaction: Transaction,
  platform: Platform,
  { uid, amount, occasion, reason, requesterId, requesterUid }: CreditRequest,
): Promise<{ approvalId: string }> {
  if (uid === requesterUid) throw new Refusal('OWN_REQUEST');
  const account = userAccount(uid);
  const [rider, closed, balance, agreeing] = await Promise.all([
    findRiderByNumber(platform, uid),
    isClosed(platform.database, account),
    readBalance(platform, account),
    countAgreeing(platform.database, { involved: [requesterId], nowMs: platform.nowMs() }),
  ]);
  if (!rider) throw new Refusal('NOT_FOUND', { field: 'uid' });
  if (closed) throw new Refusal('INVALID_INPUT', { field: 'uid', reason: '会员已注销，不能再入账' });
  const { available } = balance.bonus;
  return requestApproval(transaction, platform, booksCreditKind, {
    payload: { uid, amount, occasion, agreeing },
    requesterId,
    reason,
    differences: [
      unchanged('会员', uid.slice(0, 8)),
      unchanged('补发', `${thousands(amount)} 奖励积分`),
      unchanged('会员看到的说明', occasionTexts[occasion]),
      { label: '奖励积分余额', before: thousands(available), after: thousands(available + amount) },
      ...fewerLine(agreeing),
    ],
  });
}
