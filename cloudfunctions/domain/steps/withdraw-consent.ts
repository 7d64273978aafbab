import { STEPS_CONSENT_VERSION } from '../../contract/steps';
import type { Platform, Transaction } from '../../platform';
import { beijingDay } from '../../platform/beijing-time';
import { answerOnce, type RequestKey } from '../answers';
import type { StepsConsent } from './give-consent';
import { stepBooks } from './store';

/** The counts go; that days up to today are settled stays, so that no step of theirs is paid again after a new consent. */
async function emptyBook(transaction: Transaction, platform: Platform, uid: string): Promise<void> {
  const book = await transaction.get(stepBooks, uid);
  if (!book || (book.consent === null && book.days.length === 0)) return;
  const changedAtMs = Math.max(platform.nowMs(), book.changedAtMs + 1);
  const today = beijingDay(changedAtMs);
  const lastDay = book.days.at(-1)?.day ?? today;
  const days = [today, lastDay, book.settledThroughDay ?? today].sort();
  await transaction.update(stepBooks, uid, {
    consent: null,
    days: [],
    settledThroughDay: days.at(-1)!,
    changedAtMs,
  });
}

/** The rider withdraws the agreement to read steps, and the counts are deleted. Five database calls, four without any. */
export const withdrawStepsConsent = (
  platform: Platform,
  { uid, request }: { uid: string; request: RequestKey },
): Promise<StepsConsent> =>
  answerOnce(platform, request, async transaction => {
    await emptyBook(transaction, platform, uid);
    return { consent: { version: STEPS_CONSENT_VERSION, given: false } };
  });

/**
 * After a withdrawal of the guideline, which ends this agreement with it: the counts go as well. Harmless to repeat. Four
 * database calls, three when there is nothing.
 */
export const forgetSteps = (platform: Platform, uid: string): Promise<void> =>
  platform.database.transact(transaction => emptyBook(transaction, platform, uid));
