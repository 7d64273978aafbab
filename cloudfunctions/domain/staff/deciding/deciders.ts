import { Refusal } from '../../../contract/errors';
import { type Permission, permissionNames } from '../../../contract/permissions';
import type { Platform } from '../../../platform';
import type { ClaimRequest, Deciders, Holders } from '../../approvals';
import { touch } from '../require-acting';
import { confirmedUntilMs, countedHoldersOf, rightsOf } from '../rules';
import { type StaffMember, type StaffTeam, staffMembers } from '../store';
import { readTeam } from '../team';

/**
 * Who may decide an approval's step: an active member with a confirmed one-time code who holds its permission, by a role
 * or an elevation. A team of two can work: when nobody who is not involved already holds it by a role, any other active
 * member may decide, which is flagged; members who were let rest or removed just now still count, so that nobody makes a
 * team small to have his way. Each decision needs the code, because whatever it lets happen is risky.
 */
export const deciders: Deciders = {
  /** `NOT_STAFF`, `STAFF_RESTING`, `ONE_TIME_CODE_NOT_SET`, `CONFIRMATION_REQUIRED`, `FORBIDDEN`. Three calls. */
  async claim(transaction, request) {
    const { personId, permission, alreadyInvolved, nowMs } = request;
    const member = await transaction.get(staffMembers, personId);
    if (!member || member.state === 'removed') throw new Refusal('NOT_STAFF');
    if (member.state !== 'active') throw new Refusal('STAFF_RESTING');
    if (member.formerIds.some(id => alreadyInvolved.includes(id))) throw new Refusal('OWN_REQUEST');
    const team = await readTeam(transaction);
    const rights = rightsOf(team, member, nowMs);
    const outsidePermission = !rights.permissions.includes(permission) && isOutside(team, request);
    requireConfirmation(member, nowMs);
    await touch(transaction, personId);
    return { outsidePermission, elevated: rights.elevated.includes(permission) };
  },
};

/**
 * Somebody without the permission decides only where nobody is left who has it; of an escalated step, nobody either who
 * has what it asked for before. `FORBIDDEN` otherwise.
 */
function isOutside(team: StaffTeam, request: ClaimRequest): true {
  const { personId, permission, orElse, alreadyInvolved, nowMs } = request;
  const free = (held: Permission) =>
    countedHoldersOf(team, held, nowMs).filter(staffId => !alreadyInvolved.includes(staffId));
  if (free(permission).length > 0) throw new Refusal('FORBIDDEN');
  const instead = orElse === null ? [] : free(orElse);
  if (instead.length > 0 && !instead.includes(personId)) throw new Refusal('FORBIDDEN');
  return true;
}

function requireConfirmation(member: StaffMember, nowMs: number): void {
  if ((member.oneTimeCode?.activatedAtMs ?? null) === null) throw new Refusal('ONE_TIME_CODE_NOT_SET');
  if (confirmedUntilMs(member, nowMs) === null) throw new Refusal('CONFIRMATION_REQUIRED');
}

const ELEVATED_AT_MOST = 1_000;

/** Who holds which permission now, by a role or an elevation, and who has just lost it by a rest or a removal: a look outside of a transaction. Two calls side by side. */
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
      [...countedHoldersOf(team, permission, nowMs), ...ofElevation(permission)],
    ]),
  );
}
