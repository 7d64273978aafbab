import type { Permission } from '../../contract/permissions';
import { addDays, beijingDay } from '../../platform/beijing-time';
import type { Role, StaffMember, StaffTeam } from './store';

export const CONFIRMED_MS = 10 * 60_000;
export const ELEVATED_MS = 8 * 3_600_000;
/**
 * For so long a member whom somebody has let rest or removed still counts as a holder of what he held: time for the
 * others to notice, when somebody makes a team small so that the two-person rule lets others decide.
 */
export const LAPSE_MS = 72 * 3_600_000;
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

/** Undefined for an id of no role, also for one that every object knows something by. */
export const roleOf = ({ roles }: StaffTeam, roleId: string): Role | undefined =>
  Object.hasOwn(roles, roleId) ? roles[roleId] : undefined;

/** What the roles give, without elevation: every permission once. */
export const permissionsOfRoles = (team: StaffTeam, roleIds: readonly string[]): Permission[] => [
  ...new Set(roleIds.flatMap(roleId => roleOf(team, roleId)?.permissions ?? [])),
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

/** The same, and who was let rest or removed less than three days ago: for how few there are. */
export const countedHoldersOf = (team: StaffTeam, permission: Permission, nowMs: number): string[] => [
  ...holdersOf(team, permission),
  ...lapsedIdsOf(team, nowMs).filter(staffId =>
    permissionsOfRoles(team, team.lapsed?.[staffId]?.roleIds ?? []).includes(permission),
  ),
];

/** Members who were active until less than three days ago, when somebody let them rest or removed them. */
export const lapsedIdsOf = ({ grants, lapsed = {} }: StaffTeam, nowMs: number): string[] =>
  Object.keys(lapsed).filter(
    staffId => !Object.hasOwn(grants, staffId) && isRunning(lapsed[staffId]!.untilMs, LAPSE_MS, nowMs),
  );

/** Active members and those, for how few there are. */
export const countedMembersOf = (team: StaffTeam, nowMs: number): string[] => [
  ...Object.keys(team.grants),
  ...lapsedIdsOf(team, nowMs),
];

/** Whoever was last active on this day or before has been idle for too long. */
export const idleSinceDay = (nowMs: number): string => addDays(beijingDay(nowMs), -(IDLE_DAYS + 1));

export const namedRoles = (team: StaffTeam, roleIds: readonly string[]) =>
  roleIds.map(roleId => ({ roleId, name: roleOf(team, roleId)?.name ?? roleId }));
