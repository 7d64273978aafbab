import { isDatabaseError, type Platform, type Transaction } from '../../platform';
import { DAY_MS } from '../../platform/beijing-time';
import { applyVerdict } from './apply-verdict';
import { checks, type PictureVerdict, reports } from './store';

export interface PictureAnswer {
  traceId: string;
  verdict: PictureVerdict;
}

/** An answer to nothing that we know is kept for as long as its question can be on its way. */
const EARLY_KEPT_MS = DAY_MS;

async function settle(
  transaction: Transaction,
  platform: Platform,
  { traceId, verdict }: PictureAnswer,
): Promise<void> {
  const check = await transaction.get(checks, traceId);
  if (!check) {
    const expiresAtMs = platform.nowMs() + EARLY_KEPT_MS;
    return transaction.add(checks, { _id: traceId, reportId: null, verdict, expiresAtMs });
  }
  // WeChat sends an answer up to three times; the first one counts.
  if (check.verdict !== null) return;
  await transaction.update(checks, traceId, { verdict });
  const report = check.reportId === null ? null : await transaction.get(reports, check.reportId);
  if (report) await applyVerdict(transaction, platform, report, verdict);
}

/**
 * WeChat's answer about a picture, exactly once by its trace id, also when it is quicker than the note of the question.
 * Up to seven database calls.
 */
export async function settlePictureCheck(platform: Platform, answer: PictureAnswer): Promise<void> {
  const work = (transaction: Transaction) => settle(transaction, platform, answer);
  try {
    await platform.database.transact(work);
  } catch (error) {
    // The question was noted, or the answer repeated, at this very moment.
    if (!isDatabaseError(error, 'duplicate')) throw error;
    await platform.database.transact(work);
  }
}
