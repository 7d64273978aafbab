import { type MerchantsSettlementPayload, merchantsSettlementPayload } from '../../contract/staff/payloads';
import type { ApprovalKind } from '../approvals';
import { agreeingSteps, DECIDE_WITHIN_MS, thousands } from '../books';
import { AccountBook, merchantAccount, settleMerchantWithin } from '../ledger';
import { currentParameters } from '../parameters';

export const settlementTarget = (merchantId: string): string => `merchant:${merchantId}`;

/**
 * Books out what a merchant was paid for; two agree. The effect takes six database calls. `INSUFFICIENT_CREDITS` when
 * less is there than when it was asked for.
 */
export const merchantsSettlementKind: ApprovalKind<MerchantsSettlementPayload> = {
  kind: 'merchants.settlement',
  shape: merchantsSettlementPayload,
  title: ({ name, amount }) => `结算 ${thousands(amount)} 奖励积分：${name}`,
  steps: agreeingSteps,
  decideWithinMs: DECIDE_WITHIN_MS,
  target: ({ merchantId }) => settlementTarget(merchantId),
  concerns: () => [],
  // More may come in meanwhile; what goes out is asked for one after the other, and never more than there is.
  base: async () => 'open',
  effect: async (transaction, platform, { merchantId, amount, voucher }, { approvalId, nowMs }) => {
    const { version: parametersVersion } = await currentParameters(platform);
    const book = new AccountBook(transaction);
    await settleMerchantWithin(
      book,
      { merchantId, amount },
      {
        key: `settled:${approvalId}`,
        requestHash: platform.keyedDigest('settlement', JSON.stringify([approvalId, merchantId, amount])),
        reference: { type: 'approval', id: approvalId },
        commitment: null,
        parametersVersion,
        nowMs,
        answer: () => ({ voucher }),
      },
    );
    await book.close();
    return {
      target: `account:${merchantAccount(merchantId)}`,
      before: null,
      after: { amount, voucher },
    };
  },
};
