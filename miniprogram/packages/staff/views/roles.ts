import type { Permission, Role, RolesAnswer } from '../services/team';
import { areaOf } from './permission-labels';

export interface RoleRow {
  roleId: string;
  name: string;
  note: string;
  members: string;
  label: string;
}

export function viewRoleRow({ roleId, name, permissions, members }: Role): RoleRow {
  const note = `${permissions.length} 项权限`;
  const held = members === 0 ? '没有人' : `${members} 人`;
  return { roleId, name, note, members: held, label: `${name}，${note}，${held}` };
}

/** One permission of a role, as a row to read or to choose. */
export interface PermissionRow {
  permission: Permission;
  label: string;
  isHighRisk: boolean;
  isGiven: boolean;
  /** The reader does not hold it himself and so may neither give nor take it. */
  isLocked: boolean;
}

export interface PermissionGroup {
  title: string;
  rows: PermissionRow[];
}

interface Editing {
  all: RolesAnswer['permissions'];
  given: readonly Permission[];
  mine: ReadonlySet<Permission>;
}

/** Every permission in its area, given or not. */
export function permissionGroups({ all, given, mine }: Editing): PermissionGroup[] {
  const groups: PermissionGroup[] = [];
  for (const { permission, label, risk } of all) {
    const title = areaOf(permission);
    const row = {
      permission,
      label,
      isHighRisk: risk === 'high',
      isGiven: given.includes(permission),
      isLocked: !mine.has(permission),
    };
    const group = groups.find(one => one.title === title);
    if (group) group.rows.push(row);
    else groups.push({ title, rows: [row] });
  }
  return groups;
}

/** Only what the role allows. */
export const givenGroups = (groups: readonly PermissionGroup[]): PermissionGroup[] =>
  groups
    .map(({ title, rows }) => ({ title, rows: rows.filter(({ isGiven }) => isGiven) }))
    .filter(({ rows }) => rows.length > 0);

/** How a new set differs from the present one, in words; empty when it does not. */
export function changeText(before: readonly Permission[], after: readonly Permission[]): string {
  const added = after.filter(permission => !before.includes(permission)).length;
  const taken = before.filter(permission => !after.includes(permission)).length;
  return [added > 0 ? `增加 ${added} 项` : '', taken > 0 ? `去掉 ${taken} 项` : '']
    .filter(part => part !== '')
    .join('，');
}
