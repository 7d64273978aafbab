import { Refusal } from '../../contract/errors';
import type { Platform, Transaction } from '../../platform';
import { beijingDay } from '../../platform/beijing-time';
import { answerOnce, type RequestKey } from '../answers';
import { AccountBook, NO_ORIGIN, postCredit, userAccount } from '../ledger';
import { currentParameters, type Parameters } from '../parameters';
import { consentSinceMs } from '../riders';
import { type CountedDay, countedDays, isSameBook, type Judged, judgeSteps } from './rules';
import { isAgreed } from './steps-view';
import { type StepBook, stepBooks } from './store';

/** The reason of the entry. */
export const STEPS = 'steps';

export interface PaidSteps {
  paidCredits: number;
  lowerDays: number;
}

interface Sync {
  uid: string;
  request: RequestKey;
  parameters: Parameters;
}

/** What WeChat has opened, or why it has not: kept as a value, so that a repeated request still gets its answer. */
async function openDays(platform: Platform, cloudId: string): Promise<CountedDay[] | Refusal> {
  const opened = await platform.openData(cloudId);
  const days = opened.isOpen ? countedDays(opened.data) : null;
  return (
    days ?? new Refusal('OPEN_DATA_REFUSED', { field: 'cloudId', ...(!opened.isOpen && opened.problem) })
  );
}

/** `2026-11-22`, or the first and the last of several days. */
const spanOf = ({ first, last }: { first: string; last: string }): string =>
  first === last ? last : `${first}/${last}`;

async function pay(
  transaction: Transaction,
  platform: Platform,
  { uid, request, parameters }: Sync,
  { paidCredits, paidDays }: Judged,
): Promise<void> {
  const book = new AccountBook(transaction);
  const open = await book.open(userAccount(uid));
  const facts = {
    key: request.key,
    requestHash: request.hash,
    reason: STEPS,
    reference: { type: 'steps' as const, id: spanOf(paidDays!) },
    commitment: null,
    parametersVersion: parameters.version,
    nowMs: platform.nowMs(),
    answer: () => ({ paidCredits }),
  };
  const what = { kind: 'bonus' as const, origin: NO_ORIGIN, amount: paidCredits, source: 'mint:steps' };
  await postCredit(transaction, open, what, facts, { ...parameters.ledger, version: parameters.version });
  await book.close();
}

async function agreedBook(transaction: Transaction, uid: string): Promise<StepBook> {
  const book = await transaction.get(stepBooks, uid);
  const sinceMs = await consentSinceMs(transaction, uid);
  if (sinceMs === null) throw new Refusal('CONSENT_REQUIRED');
  if (book === null || !isAgreed(book, sinceMs)) throw new Refusal('STEPS_CONSENT_REQUIRED');
  return book;
}

/**
 * Pays for the steps that WeChat itself has counted, as one entry over all days that rose. Consent is looked at in the
 * paying transaction, and a withdrawal writes the same document: of the two one happens first. Exactly once by the
 * request. Besides WeChat's answer 6 database calls, 9 when something is paid, one more once a minute. Errors:
 * `OPEN_DATA_REFUSED`, `CONSENT_REQUIRED`, `STEPS_CONSENT_REQUIRED`, `IDEMPOTENCY_CONFLICT`, `LOT_LIMIT`.
 */
export async function syncSteps(
  platform: Platform,
  { uid, cloudId, request }: { uid: string; cloudId: string; request: RequestKey },
): Promise<PaidSteps> {
  const [counted, parameters] = await Promise.all([openDays(platform, cloudId), currentParameters(platform)]);
  return answerOnce(platform, request, async transaction => {
    if (counted instanceof Refusal) throw counted;
    const book = await agreedBook(transaction, uid);
    const nowMs = Math.max(platform.nowMs(), book.changedAtMs + 1);
    const judged = judgeSteps(book, counted, beijingDay(nowMs));
    const { days, settledThroughDay, paidCredits, lowerDays } = judged;
    if (paidCredits > 0) await pay(transaction, platform, { uid, request, parameters }, judged);
    if (!isSameBook(book.days, days)) {
      await transaction.update(stepBooks, uid, { days, settledThroughDay, changedAtMs: nowMs });
    }
    return { paidCredits, lowerDays };
  });
}
