import * as z from 'zod';
import { empty, publicText, reason, requested, type StaffProcedureContract } from './shapes';

export const fundKinds = ['planting', 'transit'] as const;

/** What riders read of a fund, and whether they can give to it now. */
export const fundSettings = {
  name: publicText(z.string().trim().min(2, '至少 2 个字').max(20, '不超过 20 字')),
  kind: z.enum(fundKinds),
  purpose: publicText(z.string().trim().min(2, '至少 2 个字').max(100, '不超过 100 字')),
  /** Who receives; null for an example, which has to say so in its name. */
  organisation: z
    .strictObject({
      name: publicText(z.string().trim().min(2, '至少 2 个字').max(40, '不超过 40 字')),
      /** 统一社会信用代码 (GB 32100): letters that look like digits are not used. */
      creditCode: z.string().regex(/^[0-9A-HJ-NPQRTUWXY]{18}$/, '统一社会信用代码是 18 位数字和大写字母'),
      agreement: publicText(z.string().trim().min(2, '请写协议的编号和日期').max(40, '不超过 40 字')),
    })
    .nullable(),
  isOpen: z.boolean(),
  /** Place in the riders' list, the lowest first. */
  place: z.int('应为整数').min(1, '从 1 起').max(99, '最多 99'),
};

const fundId = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, '编号应为 2–40 位小写字母、数字或连字符');

const fund = z.strictObject({
  fundId: z.string(),
  name: z.string(),
  kind: z.enum(fundKinds),
  purpose: z.string(),
  organisation: z
    .strictObject({ name: z.string(), creditCode: z.string(), agreement: z.string() })
    .nullable(),
  isOpen: z.boolean(),
  place: z.int(),
  /** Why riders are not shown it although it is open; null when nothing is wrong. */
  problem: z.string().nullable(),
  pendingApprovalId: z.string().nullable(),
});

/** Where riders can give credits to. */
export const fundsProcedures = {
  /** Every fund, closed ones included, in the order of riders' list. */
  'funds.list': {
    input: empty,
    output: z.strictObject({ funds: z.array(fund) }),
    permission: 'funds.read',
    mutating: false,
  },
  /** A new fund, or another name, text or state of one. `INVALID_INPUT` with the field, `PENDING_ALREADY`. */
  'funds.requestChange': {
    input: z.strictObject({ fundId, ...fundSettings, reason }),
    output: requested,
    permission: 'funds.edit',
    mutating: true,
  },
} as const satisfies Record<string, StaffProcedureContract>;
