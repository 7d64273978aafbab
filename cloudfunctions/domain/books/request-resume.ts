import { Refusal } from '../../contract/errors';
import { unchanged } from '../../contract/staff/shapes';
import type { Platform, Transaction } from '../../platform';
import { beijingMinute } from '../../platform/beijing-time';
import { requestApproval } from '../approvals';
import { readPayingOut } from '../ledger';
import { countAgreeing, fewerLine } from '../staff';
import type { Verification } from '../verification';
import { requireSolved } from './require-solved';
import { booksResumeKind } from './resume-kind';

/** Why it was stopped, in words: the checks say a code, people say words. */
const stopReason = (reason: string | null): string =>
  reason === 'ledger-finding' ? '账本核对发现问题' : (reason ?? '未说明');

/** When somebody could last have found something, and did not. */
function lastCheck({ totals, whole }: Verification): string {
  const atMs = Math.max(totals?.checkedAtMs ?? 0, whole?.wholeAtMs ?? 0);
  return atMs === 0 ? '还没有核对过' : `${beijingMinute(atMs)}，没有问题`;
}

/**
 * Asks for riders to spend again after a stop. Errors: `INVALID_INPUT` where nothing is stopped, `LEDGER_UNSOLVED` while
 * something is found wrong or an alarm waits, `PENDING_ALREADY`. Seven database calls and those of asking for an approval.
 */
export async function requestResume(
  transaction: Transaction,
  platform: Platform,
  { reason, requesterId }: { reason: string; requesterId: string },
): Promise<{ approvalId: string }> {
  const [state, agreeing] = await Promise.all([
    readPayingOut(platform),
    countAgreeing(platform.database, { involved: [requesterId], nowMs: platform.nowMs() }),
  ]);
  if (state.payingOut) throw new Refusal('INVALID_INPUT', { field: 'reason', reason: '现在没有停用' });
  const verification = await requireSolved(platform);
  return requestApproval(transaction, platform, booksResumeKind, {
    payload: { sinceMs: state.sinceMs, agreeing },
    requesterId,
    reason,
    differences: [
      { label: '停用原因', before: stopReason(state.reason), after: null },
      { label: '使用积分', before: '已停止', after: '恢复' },
      unchanged('最近核对', lastCheck(verification)),
      unchanged('未处理告警', '0 条'),
      ...fewerLine(agreeing),
    ],
  });
}
