import { Refusal } from '../../contract/errors';
import type { Platform, Transaction } from '../../platform';
import { answerOnce, type RequestKey } from '../answers';
import { AT_ONCE_MS, appealUntilMs } from './rules';
import { type Report, reports } from './store';
import { type ReportView, viewOf } from './view';

interface Own {
  uid: string;
  reportId: string;
}

async function ownReport(transaction: Transaction, { uid, reportId }: Own): Promise<Report> {
  const report = await transaction.get(reports, reportId);
  if (report?.uid !== uid) throw new Refusal('NOT_FOUND', { field: 'reportId' });
  return report;
}

/**
 * Asks for another look at a refusal, by another person, once and within a week. The picture is kept until that is decided.
 * `NOT_FOUND`, `APPEAL_CLOSED`. Five database calls.
 */
export const appealReport = (
  platform: Platform,
  { words, ...own }: Own & { words: string },
  request: RequestKey,
): Promise<ReportView> =>
  answerOnce(platform, request, async transaction => {
    const report = await ownReport(transaction, own);
    const nowMs = platform.nowMs();
    const untilMs = appealUntilMs(report);
    if (untilMs === null || nowMs >= untilMs) throw new Refusal('APPEAL_CLOSED', { field: 'reportId' });
    const change = {
      state: 'appealed' as const,
      queue: 'appeal' as const,
      appeal: { atMs: nowMs, words },
      pictureDueAtMs: null,
    };
    await transaction.update(reports, report._id, change);
    return viewOf({ ...report, ...change });
  });

/**
 * Takes back a report that nobody has decided; the picture is deleted, and may be used again. `NOT_FOUND`,
 * `ALREADY_DECIDED`. Five database calls.
 */
export const withdrawReport = (platform: Platform, own: Own, request: RequestKey): Promise<ReportView> =>
  answerOnce(platform, request, async transaction => {
    const report = await ownReport(transaction, own);
    const isOpen = report.state === 'checking' || report.state === 'waiting';
    if (!isOpen) throw new Refusal('ALREADY_DECIDED', { reason: '这份申报已经有结果，不能撤回' });
    const nowMs = platform.nowMs();
    const change = {
      state: 'withdrawn' as const,
      queue: null,
      checkDueAtMs: null,
      pictureDueAtMs: nowMs + AT_ONCE_MS,
      decidedAtMs: nowMs,
    };
    await transaction.update(reports, report._id, change);
    return viewOf({ ...report, ...change });
  });
