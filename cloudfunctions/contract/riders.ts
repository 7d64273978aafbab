import * as z from 'zod';
import type { ProcedureContract } from './procedure';

/** The privacy guideline that riders are asked to agree to, by the day it came into force. A new one is asked for anew. */
export const CURRENT_POLICY_VERSION = '2026-11-22';

const policyVersion = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** `given`: the rider has agreed to this very version and not withdrawn since. */
const consent = z.strictObject({ policyVersion, given: z.boolean() });

/** An account that is to be closed: everything goes on as before until `dueAtMs`, and it can be called off until then. */
export const deletion = z.strictObject({ requestedAtMs: z.int(), dueAtMs: z.int() });

/** The steps a newcomer is led through, each of which can be skipped. A name is never changed: stored marks carry it. */
export const onboardingSteps = ['value', 'verified', 'bind'] as const;
export const onboardingActions = ['seen', 'skipped', 'done'] as const;

export const ridersProcedures = {
  /**
   * The first call of a WeChat identity makes the rider; later ones only read. `deletion` says on every start that the
   * account is about to be closed.
   */
  'riders.signIn': {
    input: z.strictObject({}),
    output: z.strictObject({
      uid: z.string().length(26),
      isNew: z.boolean(),
      consent,
      deletion: deletion.nullable(),
    }),
    mutating: true,
  },
  /** Only the current version can be agreed to: it is the one that was shown. */
  'riders.giveConsent': {
    input: z.strictObject({ policyVersion }),
    output: z.strictObject({ consent }),
    mutating: true,
  },
  /** Unbinds all cards of the rider as well. */
  'riders.withdrawConsent': {
    input: z.strictObject({}),
    output: z.strictObject({ consent }),
    mutating: true,
  },
  /** Counts how far newcomers get: of each rider the first time only. */
  'riders.recordOnboarding': {
    input: z.strictObject({ step: z.enum(onboardingSteps), action: z.enum(onboardingActions) }),
    output: z.strictObject({}),
    mutating: true,
  },
} as const satisfies Record<string, ProcedureContract>;
