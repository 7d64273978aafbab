import type { Rates } from '../take-permits';

const MINUTE_MS = 60_000;

/**
 * How often each procedure may be called. A person at a phone stays far below these. One address can be a whole
 * university or a carrier's gateway, so its limits only stop a flood.
 */
export const rates: Readonly<Record<'reading' | 'mutating', Rates>> = {
  reading: {
    person: { limit: 120, windowMs: MINUTE_MS },
    address: { limit: 3_000, windowMs: MINUTE_MS },
  },
  mutating: {
    person: { limit: 30, windowMs: MINUTE_MS },
    address: { limit: 1_000, windowMs: MINUTE_MS },
  },
};
