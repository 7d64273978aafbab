import * as z from 'zod';
import { empty, reason, requested, type StaffProcedureContract, shownText } from './shapes';

const merchantId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/, '没有这个商户');

/** By what the payment is found: a number of the bank or of the books. */
export const voucher = shownText(
  z.string().trim().min(2, '请填写付款凭证号').max(40, '付款凭证号不超过 40 字'),
);

/** Merchants, partners and funds that were given bonus. */
export const merchantsProcedures = {
  /** Each with what is not settled yet, the most first. */
  'merchants.list': {
    input: empty,
    output: z.strictObject({
      merchants: z.array(
        z.strictObject({
          merchantId: z.string(),
          name: z.string(),
          bonus: z.int().min(0),
          pendingApprovalId: z.string().nullable(),
        }),
      ),
    }),
    permission: 'merchants.read',
    mutating: false,
  },
  /** Books out what was paid for, once two have agreed. `NOT_FOUND`, `INVALID_INPUT`, `PENDING_ALREADY`. */
  'merchants.requestSettlement': {
    input: z.strictObject({
      merchantId,
      amount: z.int('应为整数').min(1, '至少 1 积分'),
      voucher,
      reason,
    }),
    output: requested,
    permission: 'merchants.settle',
    mutating: true,
  },
} as const satisfies Record<string, StaffProcedureContract>;
