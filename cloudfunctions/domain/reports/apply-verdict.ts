import type { Platform, Transaction } from '../../platform';
import { addNotice } from '../inbox';
import { AT_ONCE_MS, MOST_CHECKS } from './rules';
import { type PictureVerdict, type Report, reports } from './store';

const words = {
  'picture-risky': '图片没有通过平台的内容安全检查，已删除。请只截取行程页面后重新申报',
  'picture-unchecked': '图片一直没有检查完成，没有占用本月次数。请稍后重新截图申报',
} as const;

async function refuse(
  transaction: Transaction,
  platform: Platform,
  report: Report,
  { code, verdict }: { code: keyof typeof words; verdict: PictureVerdict },
): Promise<void> {
  const nowMs = platform.nowMs();
  await transaction.update(reports, report._id, {
    state: 'refused',
    queue: null,
    check: { ...report.check, verdict },
    checkDueAtMs: null,
    pictureDueAtMs: nowMs + AT_ONCE_MS,
    decidedAtMs: nowMs,
    refusal: { code, words: words[code] },
  });
  const parameters = { reportId: report._id, words: words[code] };
  await addNotice(transaction, platform, { uid: report.uid, template: 'report-refused', parameters });
}

/** What follows from WeChat's look at a picture; only while the report waits for it. Up to two database calls. */
export async function applyVerdict(
  transaction: Transaction,
  platform: Platform,
  report: Report,
  verdict: PictureVerdict,
): Promise<void> {
  if (report.state !== 'checking') return;
  if (verdict === 'risky') {
    return refuse(transaction, platform, report, { code: 'picture-risky', verdict });
  }
  if (verdict === 'failed' && report.check.tries >= MOST_CHECKS) {
    return refuse(transaction, platform, report, { code: 'picture-unchecked', verdict });
  }
  const check = { ...report.check, verdict };
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
