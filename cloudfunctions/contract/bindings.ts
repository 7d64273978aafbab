import * as z from 'zod';
import type { ProcedureContract } from './procedure';

/** `label` is what a rider may see of a card: at most its last four characters. */
const binding = z.strictObject({
  bindingId: z.string(),
  partnerId: z.string(),
  partnerName: z.string(),
  label: z.string(),
  boundAtMs: z.int(),
});

export const bindingsProcedures = {
  /** A code that the rider shows to, or types in at, an operator; valid for ten minutes and once; five an hour. */
  'bindings.createCode': {
    input: z.strictObject({}),
    output: z.strictObject({ code: z.string().length(8), expiresAtMs: z.int() }),
    mutating: true,
  },
  /** The rider's cards, latest binding first, the latest hundred. */
  'bindings.list': {
    input: z.strictObject({}),
    output: z.strictObject({ bindings: z.array(binding) }),
    mutating: false,
  },
  'bindings.remove': {
    input: z.strictObject({ bindingId: z.string().regex(/^[!-~]{1,128}$/) }),
    output: z.strictObject({}),
    mutating: true,
  },
} as const satisfies Record<string, ProcedureContract>;
