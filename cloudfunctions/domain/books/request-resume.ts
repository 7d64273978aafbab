import { Refusal } from '../../contract/errors';
import type { Platform, Transaction } from '../../platform';
import { requestApproval } from '../approvals';
import { readPayingOut } from '../ledger';
import { countAgreeing, fewerLine } from '../staff';
import { booksResumeKind } from './resume-kind';

/**
 * Asks for riders to spend again after a stop. Errors: `INVALID_INPUT` where nothing is stopped, `PENDING_ALREADY`. Two
 * database calls and those of asking for an approval.
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
  return requestApproval(transaction, platform, booksResumeKind, {
    payload: { sinceMs: state.sinceMs, agreeing },
    requesterId,
    reason,
    differences: [
      { label: '停用原因', before: state.reason ?? '未说明', after: null },
      { label: '使用积分', before: '已停止', after: '恢复' },
      ...fewerLine(agreeing),
    ],
  });
}
