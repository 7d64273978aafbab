import { Refusal } from '../../../contract/errors';
import { type ElevationPayload, elevationPayload } from '../../../contract/staff/team-payloads';
import type { ApprovalKind } from '../../approvals';
import { ELEVATED_MS } from '../rules';
import { staffMembers } from '../store';
import { tellOfRights } from '../tell';

/** More permissions for eight hours from the approval on; they replace those of an earlier elevation. */
export const elevateKind: ApprovalKind<ElevationPayload> = {
  kind: 'staff.elevate',
  shape: elevationPayload,
  title: ({ name }) => `${name} 申请临时提权 8 小时`,
  steps: () => [{ label: '提权审批', permission: 'staff.approve', personId: null }],
  decideWithinMs: 86_400_000,
  target: ({ staffId }) => `staff:${staffId}:elevation`,
  concerns: ({ staffId }) => [staffId],
  async base(reader, { staffId }) {
    const member = await reader.get(staffMembers, staffId);
    return `${member?.state ?? 'gone'} ${member?.elevation?.approvalId ?? 'none'}`;
  },
  async effect(transaction, platform, { staffId, permissions }, { approvalId, nowMs }) {
    const member = await transaction.get(staffMembers, staffId);
    if (member?.state !== 'active') throw new Refusal('STAFF_RESTING');
    const elevation = { permissions, untilMs: nowMs + ELEVATED_MS, approvalId };
    await transaction.update(staffMembers, staffId, { elevation, touches: member.touches + 1 });
    await tellOfRights(transaction, platform, member, '临时提权已生效，8 小时后结束', approvalId);
    return { target: `staff:${staffId}`, before: { elevation: member.elevation }, after: { elevation } };
  },
};
