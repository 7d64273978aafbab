import type { ErrorCode, ErrorDetails } from '../../contract/errors';
import { permissions as allPermissions, type Permission } from '../../contract/permissions';
import type { Platform } from '../../platform';
import { beijingDay } from '../../platform/beijing-time';
import { outsiderId } from '../audit';
import type { Actor } from './actor';
import { confirmedUntilMs, type Rights, rightsOf, roleIdsOf } from './rules';
import { identityIdOf, type StaffMember, type StaffTeam, staffIdentities, staffMembers } from './store';
import { readTeam } from './team';

export interface Denial {
  code: ErrorCode;
  details: ErrorDetails;
}

export interface Authorisation {
  /** For the audit: a staff id, or `outsider:<digest>`. */
  actorId: string;
  /** For use cases; null for somebody who is not staff. */
  actor: Actor | null;
  member: StaffMember | null;
  /** Ids of the roles; of a resting member those to come back to. */
  roles: readonly string[];
  permissions: readonly Permission[];
  /** Why it may not be done; the caller has it audited, then throws it as a Refusal. Null for `anyone`. */
  denied: Denial | null;
  /** Whether the day's use is still to be noted with `recordUse`, after the procedure has succeeded. */
  useDue: boolean;
}

export interface AuthorisationRequest {
  openid: string;
  permission: Permission | 'anyone';
  requestId: string | null;
}

/**
 * Who calls and whether he may. It never throws for a denial, so that the caller can say in the audit who was denied:
 * `NOT_STAFF`, `STAFF_RESTING`, `ONE_TIME_CODE_NOT_SET`, `FORBIDDEN`, `CONFIRMATION_REQUIRED`, in this order. Three
 * database calls in two round trips; one for an outsider.
 */
export async function authorise(platform: Platform, request: AuthorisationRequest): Promise<Authorisation> {
  const { openid, permission } = request;
  const identity = await platform.database.get(staffIdentities, identityIdOf(openid));
  if (!identity) return outsider(platform, request);
  const [member, team] = await Promise.all([
    platform.database.get(staffMembers, identity.staffId),
    readTeam(platform.database),
  ]);
  if (!member) return outsider(platform, request);
  const nowMs = platform.nowMs();
  const rights = rightsOf(team, member, nowMs);
  return {
    actorId: member._id,
    actor: actorOf(team, member, rights, request),
    member,
    roles: roleIdsOf(team, member),
    permissions: rights.permissions,
    denied: permission === 'anyone' ? null : denialOf(member, rights, permission, nowMs),
    useDue: permission !== 'anyone' && isUseDue(member, permission, beijingDay(nowMs)),
  };
}

const denial = (code: ErrorCode): Denial => ({ code, details: {} });

const outsider = (platform: Platform, { openid, permission }: AuthorisationRequest): Authorisation => ({
  actorId: outsiderId(platform, openid),
  actor: null,
  member: null,
  roles: [],
  permissions: [],
  denied: permission === 'anyone' ? null : denial('NOT_STAFF'),
  useDue: false,
});

function actorOf(
  team: StaffTeam,
  member: StaffMember,
  { elevated }: Rights,
  { permission, requestId }: AuthorisationRequest,
): Actor {
  return {
    staffId: member._id,
    roles: roleIdsOf(team, member),
    permission: permission === 'anyone' ? null : permission,
    requestId,
    flags: permission !== 'anyone' && elevated.includes(permission) ? ['elevated'] : [],
  };
}

function denialOf(member: StaffMember, rights: Rights, permission: Permission, nowMs: number): Denial | null {
  if (member.state === 'removed') return denial('NOT_STAFF');
  if (member.state !== 'active') return denial('STAFF_RESTING');
  if ((member.oneTimeCode?.activatedAtMs ?? null) === null) return denial('ONE_TIME_CODE_NOT_SET');
  if (!rights.permissions.includes(permission)) return denial('FORBIDDEN');
  const needsCode = allPermissions[permission].risk === 'high' && confirmedUntilMs(member, nowMs) === null;
  return needsCode ? denial('CONFIRMATION_REQUIRED') : null;
}

const isUseDue = (member: StaffMember, permission: Permission, today: string): boolean =>
  member.lastActiveDay < today || (member.uses[permission] ?? '') < today;
