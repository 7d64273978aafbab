import { canonicalJson } from '../../../../miniprogram/proof';
import { Refusal } from '../../../contract/errors';
import { type GrantPayload, grantPayload } from '../../../contract/staff/team-payloads';
import type { ApprovalKind } from '../../approvals';
import { permissionsOfRoles, roleIdsOf } from '../rules';
import { staffMembers } from '../store';
import { changeTeam, readTeam, withGrant } from '../team';
import { tellOfRights } from '../tell';

/** A member's new set of roles (H12). A resting member gets them with the return. */
export const grantKind: ApprovalKind<GrantPayload> = {
  kind: 'staff.grant',
  shape: grantPayload,
  title: ({ name }) => `变更 ${name} 的角色`,
  steps: () => [{ label: '角色变更审批', permission: 'staff.approve', personId: null }],
  decideWithinMs: 3 * 86_400_000,
  target: ({ staffId }) => `staff:${staffId}:roles`,
  concerns: ({ staffId }) => [staffId],
  /** The roles the member has, and what the new ones allow: both were shown. */
  async base(reader, { staffId, roleIds }) {
    const [member, team] = [await reader.get(staffMembers, staffId), await readTeam(reader)];
    const state = member && member.state !== 'removed' ? 'there' : 'gone';
    const before = member ? roleIdsOf(team, member) : [];
    return canonicalJson({ state, before, allowed: permissionsOfRoles(team, roleIds).sort() });
  },
  async effect(transaction, platform, { staffId, roleIds }, { approvalId }) {
    const member = await transaction.get(staffMembers, staffId);
    if (!member || member.state === 'removed') throw new Refusal('NOT_FOUND');
    const team = await readTeam(transaction);
    const before = roleIdsOf(team, member);
    const isActive = member.state === 'active';
    await transaction.update(staffMembers, staffId, {
      touches: member.touches + 1,
      ...(!isActive && { restingRoleIds: roleIds }),
    });
    await changeTeam(transaction, team, isActive ? { grants: withGrant(team, staffId, roleIds) } : {});
    await tellOfRights(transaction, platform, member, '角色已变更', approvalId);
    return { target: `staff:${staffId}`, before: { roleIds: before }, after: { roleIds } };
  },
};
