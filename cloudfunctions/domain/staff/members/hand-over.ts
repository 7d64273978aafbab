import { Refusal } from '../../../contract/errors';
import { Increment, type Platform, type Transaction } from '../../../platform';
import { handOverApproval, openApprovalsOf } from '../../approvals';
import type { Actor } from '../actor';
import { recordDeed } from '../record-deed';
import { touch } from '../require-acting';
import { staffMembers } from '../store';
import { tell } from '../tell';
import { memberToChange } from './change-member';

/** So many of each kind at a time fit well into one transaction; what is left is handed over by doing it again. */
const MOST_AT_ONCE = 50;

export interface HandOver {
  staffId: string;
  successorId: string;
  reason: string;
  actor: Actor;
}

/** What somebody has to hand over before leaving. Read outside of transactions: two collections, three calls. */
export async function openItemsOf(
  platform: Platform,
  staffId: string,
): Promise<{ approvalIds: string[]; reportIds: string[] }> {
  const [approvalIds, reports] = await Promise.all([
    openApprovalsOf(platform, staffId),
    platform.database.find(staffMembers, {
      where: { superiorId: staffId, state: { oneOf: ['active', 'disabled', 'on-leave'] } },
      limit: 1_000,
      fields: ['_id'],
    }),
  ]);
  return { approvalIds, reportIds: reports.map(({ _id }) => _id) };
}

/**
 * Gives a member's open approvals and reports to a successor, up to fifty of each at a time (H11). Errors: `OWN_REQUEST`
 * for one's own account and when the successor is involved in one of the approvals, `NOT_FOUND`, `INVALID_INPUT` for a
 * successor who is not active. Ten calls and three for each item.
 */
export async function handOver(
  transaction: Transaction,
  platform: Platform,
  { staffId, successorId, reason, actor }: HandOver,
): Promise<{ approvals: number; reports: number }> {
  const { member } = await memberToChange(transaction, staffId, actor.staffId);
  await touch(transaction, staffId);
  await requireSuccessor(transaction, staffId, successorId);
  const open = await openItemsOf(platform, staffId);
  const approvalIds = open.approvalIds.slice(0, MOST_AT_ONCE);
  const reportIds = open.reportIds.slice(0, MOST_AT_ONCE);
  for (const approvalId of approvalIds) {
    await handOverApproval(transaction, approvalId, { fromId: staffId, toId: successorId });
  }
  for (const reportId of reportIds) await moveReport(transaction, reportId, { staffId, successorId });
  const counts = { approvals: approvalIds.length, reports: reportIds.length };
  const title = `${member.name} 的 ${counts.approvals} 项审批和 ${counts.reports} 名下属已交接给你`;
  await tell(transaction, platform, successorId, { kind: 'handed-over', title, approvalId: null });
  await recordDeed(transaction, platform, actor, {
    action: 'staff.handOver',
    target: `staff:${staffId}`,
    after: { successorId, approvalIds, reportIds },
    reason,
  });
  return counts;
}

async function requireSuccessor(
  transaction: Transaction,
  staffId: string,
  successorId: string,
): Promise<void> {
  const successor = await transaction.get(staffMembers, successorId);
  if (successor?.state !== 'active' || successorId === staffId) {
    throw new Refusal('INVALID_INPUT', { field: 'successorId', reason: '请选择另一位在岗的员工' });
  }
  await touch(transaction, successorId);
}

/** The successor himself may be a report: he then has the superior that the leaving one had. */
async function moveReport(
  transaction: Transaction,
  reportId: string,
  { staffId, successorId }: Pick<HandOver, 'staffId' | 'successorId'>,
): Promise<void> {
  const report = await transaction.get(staffMembers, reportId);
  if (report?.superiorId !== staffId) return;
  const above = (await transaction.get(staffMembers, staffId))?.superiorId ?? null;
  const superiorId = reportId === successorId ? above : successorId;
  await transaction.update(staffMembers, reportId, { superiorId, touches: new Increment(1) });
}
