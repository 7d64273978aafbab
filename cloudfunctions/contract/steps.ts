import * as z from 'zod';
import type { ProcedureContract } from './procedure';

/** What riders agree to before their steps are read, by the day it came into force; it is asked for apart from the guideline. */
export const STEPS_CONSENT_VERSION = '2026-11-22';

const version = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const consent = z.strictObject({ version, given: z.boolean() });

/** What a day's highest count of steps has paid so far. */
const stepDay = z.strictObject({ day: z.string(), steps: z.int().min(0), credits: z.int().min(0) });

const state = {
  consent,
  /** Oldest first; only days that were read. */
  days: z.array(stepDay),
  /** Up to and with this day nothing is paid any more: consent was withdrawn on it, or it is too long ago. */
  settledThroughDay: z.string().nullable(),
  rule: z.strictObject({ stepsPerCredit: z.int(), dayCapCredits: z.int(), historyDays: z.int() }),
};

export const stepsProcedures = {
  /** What has been read and paid. */
  'steps.read': { input: z.strictObject({}), output: z.strictObject(state), mutating: false },
  /** Nobody under fourteen can agree to it: `UNDER_FOURTEEN`, and nothing is kept. Only the version that was shown. */
  'steps.giveConsent': {
    input: z.strictObject({ version, isFourteen: z.boolean() }),
    output: z.strictObject({ consent }),
    mutating: true,
  },
  /** Deletes the counts; what was paid stays paid, and days up to today are never paid again. */
  'steps.withdrawConsent': {
    input: z.strictObject({}),
    output: z.strictObject({ consent }),
    mutating: true,
  },
  /**
   * Pays for the steps that WeChat itself has counted. `cloudId` is what `wx.getWeRunData` gave: the server has WeChat
   * open it, so nothing that a phone claims about steps counts. Good for five minutes and for the same person only.
   */
  'steps.sync': {
    input: z.strictObject({ cloudId: z.string().min(1).max(512) }),
    output: z.strictObject({
      ...state,
      paidCredits: z.int().min(0),
      /** Days of which WeChat says fewer steps than before: the higher count stays. */
      lowerDays: z.int().min(0),
    }),
    mutating: true,
  },
} as const satisfies Record<string, ProcedureContract>;
