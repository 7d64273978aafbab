import type { StaffOutput } from '../../../../cloudfunctions/contract/staff/procedures';
import { callStaff, callStaffOnce } from './staff-rpc';

export type ApprovalPage = StaffOutput<'approvals.list'>;
export type ApprovalSummary = ApprovalPage['approvals'][number];
export type Approval = StaffOutput<'approvals.get'>;
export type ApprovalAction = Approval['actions'][number];
export type WhichApprovals = 'decide' | 'mine' | 'all';

const PAGE_LIMIT = 20;

export const listApprovals = (which: WhichApprovals, cursor: string | null): Promise<ApprovalPage> =>
  callStaff('approvals.list', { which, cursor, limit: PAGE_LIMIT });

export const readApproval = (approvalId: string): Promise<Approval> =>
  callStaff('approvals.get', { approvalId });

/** What was read, by id and hash: a decision counts for nothing else. */
interface Read {
  approvalId: string;
  payloadHash: string;
}

export const approve = (read: Read, comment: string): Promise<StaffOutput<'approvals.approve'>> =>
  callStaffOnce('approvals.approve', { ...read, comment });

export const deny = (read: Read, comment: string): Promise<StaffOutput<'approvals.deny'>> =>
  callStaffOnce('approvals.deny', { ...read, comment });

export const commentOn = ({ approvalId }: Read, text: string): Promise<object> =>
  callStaffOnce('approvals.comment', { approvalId, text });

export const withdraw = ({ approvalId }: Read, reason: string): Promise<object> =>
  callStaffOnce('approvals.withdraw', { approvalId, reason });

export const escalate = ({ approvalId }: Read, reason: string): Promise<object> =>
  callStaffOnce('approvals.escalate', { approvalId, reason });
