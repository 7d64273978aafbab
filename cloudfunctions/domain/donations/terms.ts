import { DAY_MS } from '../../platform/beijing-time';

/** As long as riders are promised to be able to take a donation back. */
export const THINKING_MS = 30 * 60_000;

/** Clocks of two servers may be apart by this; the promise is kept by the one that is ahead as well. */
const CLOCKS_APART_MS = 60_000;

/** After this without having been given, because paying out stands still, it comes back. */
const OPEN_MS = DAY_MS;

/** The times of a donation that is made now. */
export const termsAt = (nowMs: number) => ({
  thinkUntilMs: nowMs + THINKING_MS,
  dueAtMs: nowMs + THINKING_MS + CLOCKS_APART_MS,
  deadlineMs: nowMs + THINKING_MS + OPEN_MS,
});
