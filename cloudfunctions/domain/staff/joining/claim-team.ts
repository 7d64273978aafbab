import { Refusal } from '../../../contract/errors';
import { firstRoles } from '../../../contract/permissions';
import type { Platform, Transaction } from '../../../platform';
import { beijingDay } from '../../../platform/beijing-time';
import { roleIdsOf } from '../rules';
import { identityIdOf, type StaffMember, staffMembers } from '../store';
import { changeTeam, readTeam, withGrant } from '../team';
import { applicantIdOf, recordApplicantDeed } from './applicant';
import { isClaimCode, openClaim } from './claim-code';
import { addMember, formerIdsOf, knownAs } from './identity';
import { newMember } from './new-member';

const ADMINISTRATOR = 'account-admin';
const { name: roleName, permissions: rolePermissions } = firstRoles[ADMINISTRATOR];

/**
 * Makes the caller the account administrator by the code whose hash is in the environment, while nobody else is one:
 * the first of a new team, or the one who takes over a team whose administrators are all gone. An account that the
 * caller has already is woken, its one-time codes are to be set up anew. `CLAIM_REFUSED` for a wrong or used code and
 * whenever there is an administrator, in one and the same way. Up to eight calls.
 */
export async function claimTeam(
  transaction: Transaction,
  platform: Platform,
  request: { openid: string; code: string; name: string; requestId: string | null },
): Promise<{ staffId: string }> {
  const { openid, code, name, requestId } = request;
  const team = await readTeam(transaction);
  const hash = openClaim(platform, team);
  if (hash === null || !isClaimCode(code, hash)) throw new Refusal('CLAIM_REFUSED');
  const known = await knownAs(transaction, identityIdOf(openid));
  const before = known.member?.state === 'removed' ? null : known.member;
  const applicantId = applicantIdOf(platform, openid);
  const formerIds = formerIdsOf(known, applicantId);
  const administrator = administratorOf(platform, before, { name, formerIds });
  if (before) await wake(transaction, administrator);
  else await addMember(transaction, identityIdOf(openid), known, administrator);
  const roleIds = [...new Set([...(before ? roleIdsOf(team, before) : []), ADMINISTRATOR])];
  await changeTeam(transaction, team, {
    grants: withGrant(team, administrator._id, roleIds),
    // A role that was stripped of what it is for would leave the team without an administrator again.
    roles: { ...team.roles, [ADMINISTRATOR]: { name: roleName, permissions: [...rolePermissions] } },
    usedClaimHashes: [...team.usedClaimHashes, hash],
  });
  await recordApplicantDeed(
    transaction,
    platform,
    { applicantId, requestId },
    { action: 'desk.claim', target: `staff:${administrator._id}`, after: { name, roleIds } },
  );
  return { staffId: administrator._id };
}

function administratorOf(
  platform: Platform,
  before: StaffMember | null,
  person: Pick<StaffMember, 'name' | 'formerIds'>,
): StaffMember {
  const nowMs = platform.nowMs();
  if (!before) {
    return newMember({ _id: platform.randomId(), department: '管理', superiorId: null, ...person }, nowMs);
  }
  return {
    ...before,
    state: 'active',
    stateReason: null,
    stateSinceMs: nowMs,
    restingRoleIds: null,
    lastActiveAtMs: nowMs,
    lastActiveDay: beijingDay(nowMs),
    touches: before.touches + 1,
    oneTimeCode: null,
    elevation: null,
  };
}

const wake = (transaction: Transaction, { _id, ...fields }: StaffMember): Promise<void> =>
  transaction.update(staffMembers, _id, fields);
