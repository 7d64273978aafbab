import type { approvalsProcedures } from '../../../contract/staff/approvals';
import type { StaffProcedureContract } from '../../../contract/staff/shapes';
import {
  type Acting,
  commentOnApproval,
  countApprovals,
  decideApproval,
  escalateApproval,
  failureText,
  getApproval,
  listApprovals,
  runEffect,
  type Viewer,
  withdrawApproval,
} from '../../../domain/approvals';
import { findRider } from '../../../domain/riders';
import { approvalDesk } from '../../approval-kinds';
import { type HandlersOf, inSteps, type MemberCall } from '../handler';
import { namedDetails, namedSummaries } from './approval-people';

type ByMember = Omit<MemberCall<StaffProcedureContract>, 'input'>;

const viewerOf = async ({ platform, actor, permissions }: ByMember): Promise<Viewer> => ({
  personId: actor.staffId,
  holders: await approvalDesk.holders(platform),
  readsAll: permissions.includes('approvals.read'),
});

const actingOf = async (call: ByMember): Promise<Acting> => ({
  ...(await viewerOf(call)),
  roles: call.actor.roles,
  auditKey: call.requestKey,
  requestId: call.requestId,
});

const decidingOf = async (call: ByMember) => ({
  by: await actingOf(call),
  riderUid: await findRider(call.platform, call.openid),
});

/** How many wait for the member, and how many of his own are open. */
export const countMine = async (call: ByMember): Promise<{ toDecide: number; mine: number }> =>
  countApprovals(call.platform, await viewerOf(call));

export const approvalsHandlers: HandlersOf<typeof approvalsProcedures> = {
  'approvals.list': {
    access: 'member',
    read: async call => {
      const page = await listApprovals(call.platform, await viewerOf(call), call.input);
      return { ...page, approvals: await namedSummaries(call.platform, page.approvals) };
    },
  },
  'approvals.get': {
    access: 'member',
    read: async call => {
      const viewer = await viewerOf(call);
      return namedDetails(call.platform, await getApproval(call.platform, viewer, call.input.approvalId));
    },
  },
  'approvals.approve': {
    access: 'member',
    // The effect has a transaction of its own, and happens once however often it is asked for.
    ...inSteps(
      async (transaction, call) => {
        const request = { ...call.input, verdict: 'approve' as const, ...(await decidingOf(call)) };
        return decideApproval(transaction, call.platform, approvalDesk, request);
      },
      async ({ platform, input }, { state }) => {
        if (state !== 'approved') return { state, failure: null };
        const approval = await runEffect(platform, approvalDesk, input.approvalId);
        return { state: approval.state, failure: failureText(approval) };
      },
    ),
  },
  'approvals.deny': {
    access: 'member',
    write: async (transaction, call) => {
      const request = { ...call.input, verdict: 'deny' as const, ...(await decidingOf(call)) };
      return decideApproval(transaction, call.platform, approvalDesk, request);
    },
  },
  'approvals.comment': {
    access: 'member',
    write: async (transaction, call) => {
      await commentOnApproval(transaction, call.platform, { ...call.input, by: await actingOf(call) });
      return {};
    },
  },
  'approvals.withdraw': {
    access: 'member',
    write: async (transaction, call) => {
      const request = { ...call.input, by: await actingOf(call) };
      await withdrawApproval(transaction, call.platform, approvalDesk, request);
      return {};
    },
  },
  'approvals.escalate': {
    access: 'member',
    write: async (transaction, call) => {
      const request = { ...call.input, by: await actingOf(call) };
      await escalateApproval(transaction, call.platform, approvalDesk, request);
      return {};
    },
  },
};
