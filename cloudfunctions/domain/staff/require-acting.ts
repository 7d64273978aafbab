import { Refusal } from '../../contract/errors';
import { Increment, type Platform, type Transaction } from '../../platform';
import type { Actor } from './actor';
import { rightsOf } from './rules';
import { type StaffMember, type StaffTeam, staffMembers } from './store';
import { readTeam } from './team';

export interface Acting {
  member: StaffMember;
  team: StaffTeam;
}

/**
 * Asks again, inside the transaction of a deed, whether the actor still may: `NOT_STAFF`, `STAFF_RESTING`, `FORBIDDEN`.
 * It writes the member, so that a removal at the same moment cannot miss what the deed leaves behind. Three calls.
 */
export async function requireActing(
  transaction: Transaction,
  platform: Platform,
  { staffId, permission }: Pick<Actor, 'staffId' | 'permission'>,
): Promise<Acting> {
  const member = await transaction.get(staffMembers, staffId);
  if (!member || member.state === 'removed') throw new Refusal('NOT_STAFF');
  if (member.state !== 'active') throw new Refusal('STAFF_RESTING');
  const team = await readTeam(transaction);
  const { permissions } = rightsOf(team, member, platform.nowMs());
  if (permission !== null && !permissions.includes(permission)) throw new Refusal('FORBIDDEN');
  await touch(transaction, staffId);
  return { member, team };
}

/** Makes the transaction conflict with others that concern this member. One call. */
export const touch = (transaction: Transaction, staffId: string): Promise<void> =>
  transaction.update(staffMembers, staffId, { touches: new Increment(1) });
