import { DAY_MS } from '../../platform/beijing-time';

/** Time for the partner to give what was ordered; his system asks every few minutes, and may stand still for a night. */
const CONFIRM_WITHIN_MS = DAY_MS;

/** Clocks of two servers may be apart by this; before that the job need not look. */
const CLOCKS_APART_MS = 60_000;

/** The times of a benefit that is ordered now. */
export const termsAt = (nowMs: number) => ({
  deadlineMs: nowMs + CONFIRM_WITHIN_MS,
  dueAtMs: nowMs + CONFIRM_WITHIN_MS + CLOCKS_APART_MS,
});
