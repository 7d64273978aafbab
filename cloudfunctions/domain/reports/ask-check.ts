import type { Platform, Transaction } from '../../platform';
import { DAY_MS } from '../../platform/beijing-time';
import { openidOf } from '../riders';
import { applyVerdict } from './apply-verdict';
import { CHECK_ADDRESS_SECONDS, CHECK_AGAIN_MS } from './rules';
import { settleLikeness } from './settle-likeness';
import { checks, type Print, type Report, reports } from './store';

const CHECKS_KEPT_MS = 2 * DAY_MS;

/** The question, or null where it could not be asked now. */
async function ask(platform: Platform, { uid, pictureId, _id }: Report): Promise<string | null> {
  try {
    const openid = await openidOf(platform, uid);
    const [address] = pictureId ? await platform.files.addressesOf([pictureId], CHECK_ADDRESS_SECONDS) : [];
    if (!openid || !address) return null;
    return (await platform.pictureChecks.ask({ address, openid })).traceId;
  } catch (error) {
    platform.log('reports.check-not-asked', { report: _id, problem: String(error) });
    return null;
  }
}

/** Notes the question; an answer that was quicker than this note counts now. */
async function noteQuestion(
  transaction: Transaction,
  platform: Platform,
  reportId: string,
  traceId: string,
): Promise<void> {
  const nowMs = platform.nowMs();
  const early = await transaction.get(checks, traceId);
  const report = await transaction.get(reports, reportId);
  if (early) await transaction.update(checks, traceId, { reportId });
  else {
    const expiresAtMs = nowMs + CHECKS_KEPT_MS;
    await transaction.add(checks, { _id: traceId, reportId, verdict: null, expiresAtMs });
  }
  if (report?.state !== 'checking') return;
  const asked = { ...report.check, tries: report.check.tries + 1 };
  const change = { check: asked, checkDueAtMs: nowMs + CHECK_AGAIN_MS };
  await transaction.update(reports, reportId, change);
  if (early?.verdict) await applyVerdict(transaction, platform, { ...report, ...change }, early.verdict);
}

/**
 * Asks WeChat to look at a report's picture; the answer comes by `settlePictureCheck`. What cannot be asked now, a job asks
 * later. It may be asked twice: the first answer counts. Before it is asked the same picture is looked for once more:
 * every report comes by here after it was stored. Answers the report as it was then. Eight database calls.
 */
export async function askCheck(platform: Platform, given: Report, print: Print | null): Promise<Report> {
  const report = given.state === 'checking' ? await settleLikeness(platform, given, print) : given;
  if (report.state !== 'checking') return report;
  const traceId = await ask(platform, report);
  if (traceId === null) return report;
  await platform.database.transact(transaction => noteQuestion(transaction, platform, report._id, traceId));
  return report;
}
