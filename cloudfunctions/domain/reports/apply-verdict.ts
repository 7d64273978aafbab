import type { Platform, Transaction } from '../../platform';
import { addNotice } from '../inbox';
import { AT_ONCE_MS, MOST_CHECKS } from './rules';
import { type PictureVerdict, type Report, reports } from './store';

const words = {
  'picture-risky': '图片没有通过平台的内容安全检查，已删除。请只截取行程页面后重新申报',
  'picture-used': '这张截图已被用于另一份申报，没有占用本月次数。请提交你自己本次出行的截图',
  'picture-unchecked': '图片一直没有检查完成，没有占用本月次数。请稍后重新截图申报',
} as const;

/** Refuses a report by its picture alone, before anybody has judged it; the rider is told. Two database calls. */
export async function refuseUnseen(
  transaction: Transaction,
  platform: Platform,
  report: Report,
  code: keyof typeof words,
): Promise<Report> {
  const nowMs = platform.nowMs();
  const change = {
    state: 'refused' as const,
    queue: null,
    check: report.check,
    checkDueAtMs: null,
    pictureDueAtMs: nowMs + AT_ONCE_MS,
    decidedAtMs: nowMs,
    refusal: { code, words: words[code] },
  };
  await transaction.update(reports, report._id, change);
  const parameters = { reportId: report._id, words: words[code] };
  await addNotice(transaction, platform, { uid: report.uid, template: 'report-refused', parameters });
  return { ...report, ...change };
}

/** What follows from WeChat's look at a picture; only while the report waits for it. Up to two database calls. */
export async function applyVerdict(
  transaction: Transaction,
  platform: Platform,
  report: Report,
  verdict: PictureVerdict,
): Promise<void> {
  if (report.state !== 'checking') return;
  const check = { ...report.check, verdict };
  const isOver = verdict === 'failed' && report.check.tries >= MOST_CHECKS;
  if (verdict === 'risky' || isOver) {
    const code = isOver ? 'picture-unchecked' : 'picture-risky';
    await refuseUnseen(transaction, platform, { ...report, check }, code);
    return;
  }
  if (verdict === 'failed') {
    return transaction.update(reports, report._id, { check, checkDueAtMs: platform.nowMs() });
  }
  return transaction.update(reports, report._id, {
    state: 'waiting',
    queue: 'first',
    check,
    checkDueAtMs: null,
  });
}
