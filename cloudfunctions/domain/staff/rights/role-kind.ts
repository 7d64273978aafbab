import { canonicalJson } from '../../../../miniprogram/proof';
import { Refusal } from '../../../contract/errors';
import { type RolePayload, rolePayload } from '../../../contract/staff/team-payloads';
import type { ApprovalKind } from '../../approvals';
import { roleOf } from '../rules';
import { changeTeam, readTeam } from '../team';
import { notHeld, roleChangeOf } from './role-change';

/** A new role or a role's new permissions; two agree. */
export const roleKind: ApprovalKind<RolePayload> = {
  kind: 'roles.change',
  shape: rolePayload,
  title: ({ name }) => `修改角色「${name}」的权限`,
  steps: ({ agreeing }) =>
    Array.from({ length: agreeing }, (_, at) => ({
      label: `第 ${at + 1} 位审批人`,
      permission: 'roles.approve',
      personId: null,
    })),
  decideWithinMs: 3 * 86_400_000,
  target: ({ roleId }) => `role:${roleId}`,
  concerns: ({ gainers }) => gainers,
  /** The role, and who has it. */
  async base(reader, { roleId }) {
    const team = await readTeam(reader);
    const members = Object.keys(team.grants).filter(staffId => team.grants[staffId]!.includes(roleId));
    return canonicalJson({ role: roleOf(team, roleId) ?? null, members: members.sort() });
  },
  /** `NOT_HELD` when the editor has lost meanwhile what he gives or takes. */
  async effect(transaction, _platform, { roleId, name, permissions }, { requesterId }) {
    const team = await readTeam(transaction);
    const before = roleOf(team, roleId);
    if (notHeld(team, requesterId, roleChangeOf(before, permissions)).length > 0) {
      throw new Refusal('NOT_HELD');
    }
    await changeTeam(transaction, team, { roles: { ...team.roles, [roleId]: { name, permissions } } });
    return {
      target: `role:${roleId}`,
      before: before ? { label: before.name, permissions: before.permissions } : null,
      after: { label: name, permissions },
    };
  },
};
