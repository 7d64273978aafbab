import { Refusal } from '../../contract/errors';
import { unchanged } from '../../contract/staff/shapes';
import type { Platform, Transaction } from '../../platform';
import { requestApproval } from '../approvals';
import { thousands } from '../books';
import { balanceOf, merchantAccount, readAccount } from '../ledger';
import { countAgreeing, fewerLine } from '../staff';
import { merchantNames } from './list-merchants';
import { merchantsSettlementKind } from './settlement-kind';

export interface SettlementRequest {
  merchantId: string;
  amount: number;
  /** Of the payment. */
  voucher: string;
  requesterId: string;
  reason: string;
}

/**
 * Asks for bonus to be booked out that a merchant was paid for. Errors: `NOT_FOUND` for a merchant that was given none,
 * `INVALID_INPUT` for more than is there, `PENDING_ALREADY`. Four database calls and those of asking for an approval.
 */
export async function requestSettlement(
  transaction: Transaction,
  platform: Platform,
  { merchantId, amount, voucher, requesterId, reason }: SettlementRequest,
): Promise<{ approvalId: string }> {
  const nowMs = platform.nowMs();
  const [account, names, agreeing] = await Promise.all([
    readAccount(platform, merchantAccount(merchantId)),
    merchantNames(platform),
    countAgreeing(platform.database, { involved: [requesterId], nowMs }),
  ]);
  if (account === null) throw new Refusal('NOT_FOUND', { field: 'merchantId' });
  const rest = balanceOf(account, nowMs).bonus.available;
  if (amount > rest) {
    throw new Refusal('INVALID_INPUT', { field: 'amount', reason: `未结算的只有 ${thousands(rest)} 积分` });
  }
  const name = names.get(merchantId) ?? merchantId;
  return requestApproval(transaction, platform, merchantsSettlementKind, {
    payload: { merchantId, name, amount, voucher, agreeing },
    requesterId,
    reason,
    differences: [
      unchanged('商户或项目', name),
      unchanged('付款凭证', voucher),
      { label: '未结算的奖励积分', before: thousands(rest), after: thousands(rest - amount) },
      ...fewerLine(agreeing),
    ],
  });
}
