import * as z from 'zod';
import { retirement } from '../open-ledger';
import { empty, publicText, reason, requested, type StaffProcedureContract } from './shapes';

/** Factor set and month of travel, as the ledger names them: `sz-2021:2026-11`. */
const origin = z.string().regex(/^[a-z0-9-]{1,40}:\d{4}-\d{2}$/, '没有这个碳池');

/** What a retirement says to everybody, for ever. */
export const certificateTexts = {
  /** Whose emissions it makes good: an organisation or an event. */
  beneficiary: publicText(z.string().trim().min(2, '请写明受益方').max(40, '受益方不超过 40 字')),
  /** What for. */
  purpose: publicText(z.string().trim().min(2, '请写明用途').max(60, '用途不超过 60 字')),
};

const pool = z.strictObject({
  origin: z.string(),
  setName: z.string(),
  /** Month of travel. */
  vintage: z.string(),
  /** Grams that ever came in, numbered from 1, and those of them that have left. */
  issued: z.int().min(0),
  left: z.int().min(0),
  pendingApprovalId: z.string().nullable(),
});

/** Grams that riders have let go of, and what takes them out of the world. */
export const poolsProcedures = {
  /** Every pool, and the latest twenty retirements. */
  'pools.list': {
    input: empty,
    output: z.strictObject({ pools: z.array(pool), retired: z.array(retirement) }),
    permission: 'pools.read',
    mutating: false,
  },
  /** Takes grams of one pool out of the world, once two have agreed. `NOT_FOUND`, `INVALID_INPUT`, `PAYING_OUT_STOPPED`. */
  'pools.requestRetirement': {
    input: z.strictObject({
      origin,
      amount: z.int('应为整数').min(1, '至少 1 克'),
      ...certificateTexts,
      reason,
    }),
    output: requested,
    permission: 'pools.retire',
    mutating: true,
  },
} as const satisfies Record<string, StaffProcedureContract>;
