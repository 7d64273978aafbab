import { Refusal } from '../../../contract/errors';
import { type RecoveryPayload, recoveryPayload } from '../../../contract/staff/team-payloads';
import type { ApprovalKind } from '../../approvals';
import { staffMembers } from '../store';
import { tellOfRights } from '../tell';

/** A lost authenticator (H04): when two others agree, the codes are gone and the person sets up new ones. */
export const recoverKind: ApprovalKind<RecoveryPayload> = {
  kind: 'staff.recover',
  shape: recoveryPayload,
  title: ({ name }) => `重置 ${name} 的动态码`,
  steps: ({ agreeing }) =>
    Array.from({ length: agreeing }, (_, at) => ({
      label: `第 ${at + 1} 位审批人`,
      permission: 'staff.approve',
      personId: null,
    })),
  decideWithinMs: 86_400_000,
  target: ({ staffId }) => `staff:${staffId}:codes`,
  concerns: ({ staffId }) => [staffId],
  /** Which codes are lost: not those that were set up meanwhile. */
  async base(reader, { staffId }) {
    const code = (await reader.get(staffMembers, staffId))?.oneTimeCode;
    return `${code?.activatedAtMs ?? 'none'}`;
  },
  async effect(transaction, platform, { staffId }, { approvalId }) {
    const member = await transaction.get(staffMembers, staffId);
    if (!member || member.state === 'removed') throw new Refusal('NOT_FOUND');
    await transaction.update(staffMembers, staffId, { oneTimeCode: null, touches: member.touches + 1 });
    await tellOfRights(transaction, platform, member, '动态码已重置', approvalId);
    return { target: `staff:${staffId}`, before: { codes: 'in force' }, after: { codes: 'none' } };
  },
};
