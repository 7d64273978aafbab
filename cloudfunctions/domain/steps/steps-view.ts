import { STEPS_CONSENT_VERSION } from '../../contract/steps';
import type { Platform } from '../../platform';
import { consentSinceMs } from '../riders';
import { DAY_CAP_CREDITS, HISTORY_DAYS, STEPS_PER_CREDIT } from './rules';
import { type StepBook, type StepDay, stepBooks } from './store';

export interface StepsView {
  consent: { version: string; given: boolean };
  days: StepDay[];
  settledThroughDay: string | null;
  rule: { stepsPerCredit: number; dayCapCredits: number; historyDays: number };
}

/**
 * Whether steps may be read now. The agreement counts for its own version, and only if it was given since the rider has
 * agreed to the guideline as it is in force: whoever withdraws that one has withdrawn this one with it.
 */
export const isAgreed = (book: StepBook | null, guidelineSinceMs: number | null): boolean =>
  guidelineSinceMs !== null &&
  book?.consent?.version === STEPS_CONSENT_VERSION &&
  book.consent.givenAtMs >= guidelineSinceMs;

/** What has been read and paid of a rider. Two database calls side by side. */
export async function readSteps(platform: Platform, uid: string): Promise<StepsView> {
  const [book, sinceMs] = await Promise.all([
    platform.database.get(stepBooks, uid),
    consentSinceMs(platform.database, uid),
  ]);
  return {
    consent: { version: STEPS_CONSENT_VERSION, given: isAgreed(book, sinceMs) },
    days: book?.days ?? [],
    settledThroughDay: book?.settledThroughDay ?? null,
    rule: {
      stepsPerCredit: STEPS_PER_CREDIT,
      dayCapCredits: DAY_CAP_CREDITS,
      historyDays: HISTORY_DAYS,
    },
  };
}
