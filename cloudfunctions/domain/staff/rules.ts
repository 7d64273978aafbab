import type { Permission } from '../../contract/permissions';
import { addDays, beijingDay } from '../../platform/beijing-time';
import type { StaffMember, StaffTeam } from './store';

export const CONFIRMED_MS = 10 * 60_000;
export const ELEVATED_MS = 8 * 3_600_000;
/** Full Beijing days without use after which an account is disabled. */
export const IDLE_DAYS = 30;
/** A permission that was not used for longer than this is shown as unused in the quarterly check. */
export const UNUSED_DAYS = 90;

/** Servers' clocks differ by less; what lies further ahead than its own length was written by a clock gone wrong. */
const CLOCKS_DIFFER_MS = 60_000;

/** Whether a right that lasts `lengthMs` and ends at `untilMs` is running; not at that millisecond any more. */
const isRunning = (untilMs: number, lengthMs: number, nowMs: number): boolean =>
  nowMs < untilMs && untilMs - nowMs <= lengthMs + CLOCKS_DIFFER_MS;

/** The permissions of a running elevation. */
export function elevatedPermissions(member: StaffMember, nowMs: number): readonly Permission[] {
  const { elevation } = member;
  return elevation && isRunning(elevation.untilMs, ELEVATED_MS, nowMs) ? elevation.permissions : [];
}

/** Until when risky actions need no new code, or null. */
export function confirmedUntilMs({ oneTimeCode }: StaffMember, nowMs: number): number | null {
  const untilMs = oneTimeCode?.confirmedUntilMs ?? null;
  return untilMs !== null && isRunning(untilMs, CONFIRMED_MS, nowMs) ? untilMs : null;
}

/** What the roles give, without elevation: every permission once. */
export const permissionsOfRoles = (team: StaffTeam, roleIds: readonly string[]): Permission[] => [
  ...new Set(roleIds.flatMap(roleId => team.roles[roleId]?.permissions ?? [])),
];

/** The roles that a member has, or comes back to after a rest. */
export const roleIdsOf = (team: StaffTeam, member: StaffMember): string[] =>
  team.grants[member._id] ?? member.restingRoleIds ?? [];

export interface Rights {
  permissions: Permission[];
  /** Those that only the elevation gives. */
  elevated: Permission[];
}

/** What a member may do now: nothing unless active. */
export function rightsOf(team: StaffTeam, member: StaffMember, nowMs: number): Rights {
  if (member.state !== 'active') return { permissions: [], elevated: [] };
  const ofRoles = permissionsOfRoles(team, team.grants[member._id] ?? []);
  const elevated = elevatedPermissions(member, nowMs).filter(permission => !ofRoles.includes(permission));
  return { permissions: [...ofRoles, ...elevated], elevated };
}

/** Active members whose roles give the permission. */
export const holdersOf = (team: StaffTeam, permission: Permission): string[] =>
  Object.entries(team.grants)
    .filter(([, roleIds]) => permissionsOfRoles(team, roleIds).includes(permission))
    .map(([staffId]) => staffId);

/** Whoever was last active on this day or before has been idle for too long. */
export const idleSinceDay = (nowMs: number): string => addDays(beijingDay(nowMs), -(IDLE_DAYS + 1));

export const namedRoles = (team: StaffTeam, roleIds: readonly string[]) =>
  roleIds.map(roleId => ({ roleId, name: team.roles[roleId]?.name ?? roleId }));
