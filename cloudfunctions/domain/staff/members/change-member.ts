import { Refusal } from '../../../contract/errors';
import type { Transaction } from '../../../platform';
import { roleIdsOf } from '../rules';
import { type StaffMember, type StaffTeam, staffMembers } from '../store';
import { changeTeam, readTeam, withGrant, withoutMember } from '../team';

/** Somebody else's account: `OWN_REQUEST` for one's own, `NOT_FOUND` when there is none or it is removed. Two calls. */
export async function memberToChange(
  transaction: Transaction,
  staffId: string,
  actorId: string,
): Promise<{ member: StaffMember; team: StaffTeam }> {
  if (staffId === actorId) throw new Refusal('OWN_REQUEST');
  const member = await transaction.get(staffMembers, staffId);
  if (!member || member.state === 'removed') throw new Refusal('NOT_FOUND');
  return { member, team: await readTeam(transaction) };
}

/** What ends with the state in which it was given. */
export const withoutConfirmation = ({ oneTimeCode }: StaffMember) => ({
  elevation: null,
  oneTimeCode: oneTimeCode && { ...oneTimeCode, confirmedUntilMs: null },
});

/**
 * Lets an account rest: nothing is allowed from the commit on, the roles are kept for the return. Two calls.
 */
export async function restMember(
  transaction: Transaction,
  { member, team }: { member: StaffMember; team: StaffTeam },
  rest: { state: 'disabled' | 'on-leave'; stateReason: string; nowMs: number; wasIdle?: true },
): Promise<void> {
  const { state, stateReason, nowMs, wasIdle } = rest;
  await transaction.update(staffMembers, member._id, {
    state,
    stateReason,
    stateSinceMs: nowMs,
    restingRoleIds: roleIdsOf(team, member),
    touches: member.touches + 1,
    ...withoutConfirmation(member),
  });
  // Who has not been there for a month is nobody's to wait for.
  const change = wasIdle
    ? { grants: withGrant(team, member._id, null) }
    : withoutMember(team, member._id, nowMs);
  await changeTeam(transaction, team, change);
}
