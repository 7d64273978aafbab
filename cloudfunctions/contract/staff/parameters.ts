import * as z from 'zod';
import { reason, requested, type StaffProcedureContract } from './shapes';

/** A number that may be changed, with everything that a person has to know before he does. */
const parameter = z.strictObject({
  /** Path in the version, such as `earning.dayCapGrams`. */
  path: z.string(),
  label: z.string(),
  unit: z.string(),
  least: z.int(),
  most: z.int(),
  /** What a change brings about, in words. */
  effect: z.string(),
  /** In force now. */
  value: z.int(),
  /** What a version that was agreed to and has not started yet will make of it; null when it leaves it as it is. */
  next: z.strictObject({ value: z.int(), activeFromMs: z.int() }).nullable(),
  /** The one change that is asked for and not decided, the same for all: until then no other can be asked for. */
  pendingApprovalId: z.string().nullable(),
});

const version = z.strictObject({
  version: z.int(),
  activeFromMs: z.int(),
  approvalId: z.string().nullable(),
  changes: z.array(z.strictObject({ path: z.string(), label: z.string(), before: z.int(), after: z.int() })),
});

export const parametersProcedures = {
  'parameters.list': {
    input: z.strictObject({}),
    output: z.strictObject({
      version: z.int(),
      groups: z.array(z.strictObject({ title: z.string(), parameters: z.array(parameter) })),
      /** Latest first. */
      history: z.array(version),
    }),
    permission: 'parameters.read',
    mutating: false,
  },
  /** `INVALID_INPUT` with the path as field where a value is out of bounds. In force two minutes after the approval, or at `activeFromMs` if that is later. */
  'parameters.requestChange': {
    input: z.strictObject({
      changes: z
        .array(z.strictObject({ path: z.string().max(100), value: z.int('应为整数') }))
        .min(1, '没有改动')
        .max(20),
      activeFromMs: z.int().min(0).nullable(),
      reason,
    }),
    output: requested,
    permission: 'parameters.edit',
    mutating: true,
  },
} as const satisfies Record<string, StaffProcedureContract>;
