import { Refusal } from '../../../contract/errors';
import type { Platform, Transaction } from '../../../platform';
import type { Actor } from '../actor';
import { recordDeed } from '../record-deed';
import { touch } from '../require-acting';
import { type StaffApplication, staffApplications, staffMembers } from '../store';
import { changeTeam, readTeam, withGrant } from '../team';
import { tell } from '../tell';
import { stateAt } from './application-state';
import { addMember, formerIdsOf, type Known, knownAs } from './identity';
import { newMember } from './new-member';

/**
 * Opens the account of an application that its chain has approved, once. `NOT_FOUND` without such an application,
 * `ALREADY_DECIDED` when it is in any other state, or was approved too long ago, `OVERTAKEN` when the person has become staff by another way. Up to
 * thirteen calls.
 */
export async function openAccount(
  transaction: Transaction,
  platform: Platform,
  { applicationId, actor }: { applicationId: string; actor: Actor },
): Promise<{ staffId: string }> {
  const application = await transaction.get(staffApplications, applicationId);
  if (!application) throw new Refusal('NOT_FOUND');
  const state = stateAt(application, platform.nowMs());
  if (state === 'expired')
    throw new Refusal('ALREADY_DECIDED', { state, reason: '同意超过 30 天没有开通，请本人重新申请' });
  if (state !== 'approved') throw new Refusal('ALREADY_DECIDED', { state });
  const { identityId, name, department, roleIds } = application;
  const known = await knownAs(transaction, identityId);
  if (isOvertaken(application, known)) throw new Refusal('OVERTAKEN');
  const superiorId = await stillSuperior(transaction, application);
  const formerIds = formerIdsOf(known, application.applicantId);
  const person = { _id: platform.randomId(), name, department, superiorId, formerIds };
  const member = newMember(person, platform.nowMs());
  const staffId = member._id;
  await addMember(transaction, identityId, known, member);
  const team = await readTeam(transaction);
  await changeTeam(transaction, team, { grants: withGrant(team, staffId, roleIds) });
  await transaction.update(staffApplications, applicationId, { state: 'opened', staffId });
  const title = `${name}：账号已开通`;
  await tell(transaction, platform, staffId, { kind: 'rights-changed', title, approvalId: null });
  await recordDeed(transaction, platform, actor, {
    action: 'staff.open',
    target: `staff:${staffId}`,
    after: { applicationId, name, department, superiorId, roleIds },
  });
  return { staffId };
}

/** Who is staff by another way; and who has been since, and was removed: what was agreed to before does not bring him back. */
const isOvertaken = ({ appliedAtMs }: StaffApplication, { member }: Known): boolean =>
  member !== null && (member.state !== 'removed' || appliedAtMs < member.stateSinceMs);

/** A superior who has left meanwhile is none; one who is there is written, so that he cannot leave at the same moment. */
async function stillSuperior(
  transaction: Transaction,
  { superiorId }: StaffApplication,
): Promise<string | null> {
  const superior = await transaction.get(staffMembers, superiorId);
  if (!superior || superior.state === 'removed') return null;
  await touch(transaction, superiorId);
  return superiorId;
}
