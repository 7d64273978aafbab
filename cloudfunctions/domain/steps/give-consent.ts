import { Refusal } from '../../contract/errors';
import { STEPS_CONSENT_VERSION } from '../../contract/steps';
import type { Platform, Transaction } from '../../platform';
import { beijingDay } from '../../platform/beijing-time';
import { answerOnce, type RequestKey } from '../answers';
import { consentSinceMs, earlierUntilMs } from '../riders';
import { isAgreed } from './steps-view';
import { stepBooks } from './store';

export interface StepsConsent {
  consent: { version: string; given: boolean };
}

/** An account that the same person had before may have been paid for the days up to its end. */
async function newBook(transaction: Transaction, uid: string) {
  const untilMs = await earlierUntilMs(transaction, uid);
  return { _id: uid, days: [], settledThroughDay: untilMs === null ? null : beijingDay(untilMs) };
}

/**
 * The rider agrees that steps are read, and says that he is fourteen. Eight database calls at most, six when already given.
 * Errors: `UNDER_FOURTEEN`, and then nothing is kept, not even that he said so; `INVALID_INPUT` for a version that is not
 * the one in force; `CONSENT_REQUIRED` without the guideline.
 */
export async function giveStepsConsent(
  platform: Platform,
  {
    uid,
    version,
    isFourteen,
    request,
  }: { uid: string; version: string; isFourteen: boolean; request: RequestKey },
): Promise<StepsConsent> {
  if (!isFourteen) throw new Refusal('UNDER_FOURTEEN');
  if (version !== STEPS_CONSENT_VERSION) {
    throw new Refusal('INVALID_INPUT', { field: 'version', reason: '步数说明已更新，请阅读最新版本' });
  }
  return answerOnce(platform, request, async transaction => {
    const book = await transaction.get(stepBooks, uid);
    const sinceMs = await consentSinceMs(transaction, uid);
    if (sinceMs === null) throw new Refusal('CONSENT_REQUIRED');
    if (!isAgreed(book, sinceMs)) {
      // Later than the guideline and than any withdrawal, whatever the clocks say.
      const givenAtMs = Math.max(platform.nowMs(), sinceMs, (book?.changedAtMs ?? 0) + 1);
      const change = { consent: { version, givenAtMs }, changedAtMs: givenAtMs };
      if (book) await transaction.update(stepBooks, uid, change);
      else await transaction.add(stepBooks, { ...(await newBook(transaction, uid)), ...change });
    }
    return { consent: { version: STEPS_CONSENT_VERSION, given: true } };
  });
}
