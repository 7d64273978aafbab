import { Refusal } from '../../contract/errors';
import { type Permission, permissionNames } from '../../contract/permissions';
import type { Platform } from '../../platform';
import type { Deciders, Holders } from '../approvals';
import { touch } from './require-acting';
import { confirmedUntilMs, holdersOf, rightsOf } from './rules';
import { type StaffMember, type StaffTeam, staffMembers } from './store';
import { readTeam } from './team';

/**
 * Who may decide an approval's step: an active member with a confirmed one-time code who holds its permission, by a role
 * or an elevation. A team of two can work: when nobody who is not involved already holds it by a role, any other active
 * member may decide, which is flagged. Each decision needs the code, because whatever it lets happen is risky.
 */
export const deciders: Deciders = {
  /** `NOT_STAFF`, `STAFF_RESTING`, `ONE_TIME_CODE_NOT_SET`, `CONFIRMATION_REQUIRED`, `FORBIDDEN`. Three calls. */
  async claim(transaction, { personId, permission, alreadyInvolved, nowMs }) {
    const member = await transaction.get(staffMembers, personId);
    if (!member || member.state === 'removed') throw new Refusal('NOT_STAFF');
    if (member.state !== 'active') throw new Refusal('STAFF_RESTING');
    const team = await readTeam(transaction);
    const outsidePermission = isOutside(team, member, { permission, alreadyInvolved, nowMs });
    requireConfirmation(member, nowMs);
    await touch(transaction, personId);
    return { outsidePermission };
  },
};

function isOutside(
  team: StaffTeam,
  member: StaffMember,
  request: { permission: Permission; alreadyInvolved: readonly string[]; nowMs: number },
): boolean {
  const { permission, alreadyInvolved, nowMs } = request;
  if (rightsOf(team, member, nowMs).permissions.includes(permission)) return false;
  const others = holdersOf(team, permission).filter(staffId => !alreadyInvolved.includes(staffId));
  if (others.length > 0) throw new Refusal('FORBIDDEN');
  return true;
}

function requireConfirmation(member: StaffMember, nowMs: number): void {
  if ((member.oneTimeCode?.activatedAtMs ?? null) === null) throw new Refusal('ONE_TIME_CODE_NOT_SET');
  if (confirmedUntilMs(member, nowMs) === null) throw new Refusal('CONFIRMATION_REQUIRED');
}

const ELEVATED_AT_MOST = 1_000;

/** Who holds which permission now, by a role or an elevation: a look outside of a transaction. Two calls side by side. */
export async function holders(platform: Platform): Promise<Holders> {
  const nowMs = platform.nowMs();
  const [team, elevated] = await Promise.all([
    readTeam(platform.database),
    platform.database.find(staffMembers, {
      where: { state: 'active', 'elevation.untilMs': { above: nowMs } },
      limit: ELEVATED_AT_MOST,
    }),
  ]);
  const ofElevation = (permission: Permission) =>
    elevated
      .filter(member => rightsOf(team, member, nowMs).elevated.includes(permission))
      .map(({ _id }) => _id);
  return Object.fromEntries(
    permissionNames.map(permission => [
      permission,
      [...holdersOf(team, permission), ...ofElevation(permission)],
    ]),
  );
}
