import { Refusal } from '../../../contract/errors';
import type { Difference } from '../../../contract/staff/shapes';
import type { ApplicationPayload } from '../../../contract/staff/team-payloads';
import type { Platform, Transaction } from '../../../platform';
import { requestApproval } from '../../approvals';
import { touch } from '../require-acting';
import { checkedRoles, roleNames } from '../rights/check-roles';
import { conflictLine } from '../rights/role-conflicts';
import { countedMembersOf } from '../rules';
import {
  identityIdOf,
  type StaffMember,
  type StaffTeam,
  staffApplicants,
  staffApplications,
  staffMembers,
} from '../store';
import { readTeam } from '../team';
import { applicantIdOf, recordApplicantDeed } from './applicant';
import { applicationChain, linkSteps } from './application-chain';
import { applicationKind } from './application-kind';
import { stateAt } from './application-state';
import { knownAs } from './identity';

export interface ApplicationRequest {
  openid: string;
  requestId: string | null;
  name: string;
  department: string;
  superiorId: string;
  roleIds: string[];
  reason: string;
}

/**
 * Asks for an account, which a chain of people has to agree to before it can be opened. `FORBIDDEN` for somebody who is
 * staff, `APPLICATION_PENDING` while an earlier one is open or waits to be opened, `INVALID_INPUT` when the superior is
 * not active or there is no such role. Up to sixteen calls.
 */
export async function apply(
  transaction: Transaction,
  platform: Platform,
  request: ApplicationRequest,
): Promise<{ applicationId: string }> {
  const { openid, requestId, reason, name, department } = request;
  const applicantId = applicantIdOf(platform, openid);
  await refuseStaff(transaction, identityIdOf(openid));
  const isNew = await refusePending(transaction, applicantId, platform.nowMs());
  const team = await readTeam(transaction);
  const superior = await activeSuperior(transaction, request.superiorId);
  const roleIds = checkedRoles(team, request.roleIds);
  const applicationId = platform.randomId();
  const chain = await applicationChain(platform, countedMembersOf(team, platform.nowMs()).length);
  const payload = { applicationId, applicantId, name, department, superiorId: superior._id, roleIds, chain };
  const { approvalId } = await requestApproval(transaction, platform, applicationKind, {
    payload,
    requesterId: applicantId,
    reason,
    differences: differencesOf(team, superior, payload),
  });
  await transaction.add(staffApplications, {
    _id: applicationId,
    applicantId,
    identityId: identityIdOf(openid),
    name,
    department,
    superiorId: superior._id,
    roleIds,
    reason,
    state: 'pending',
    approvalId,
    appliedAtMs: platform.nowMs(),
    approvedAtMs: null,
    staffId: null,
  });
  const applicant = { name, lastApplicationId: applicationId };
  if (isNew) await transaction.add(staffApplicants, { _id: applicantId, ...applicant });
  else await transaction.update(staffApplicants, applicantId, applicant);
  const deed = { action: 'desk.apply', target: `application:${applicationId}`, after: payload, reason };
  await recordApplicantDeed(transaction, platform, { applicantId, requestId }, deed);
  return { applicationId };
}

async function refuseStaff(transaction: Transaction, identityId: string): Promise<void> {
  const { member } = await knownAs(transaction, identityId);
  if (member && member.state !== 'removed') throw new Refusal('FORBIDDEN', { reason: '你已经是员工' });
}

/** Whether this is the person's first application. */
async function refusePending(transaction: Transaction, applicantId: string, nowMs: number): Promise<boolean> {
  const applicant = await transaction.get(staffApplicants, applicantId);
  if (!applicant) return true;
  const last = await transaction.get(staffApplications, applicant.lastApplicationId);
  if (last && ['pending', 'approved'].includes(stateAt(last, nowMs)))
    throw new Refusal('APPLICATION_PENDING');
  return false;
}

/** It is written, so that a removal of the superior at the same moment finds the step that waits for him. */
async function activeSuperior(transaction: Transaction, superiorId: string): Promise<StaffMember> {
  const superior = await transaction.get(staffMembers, superiorId);
  if (superior?.state !== 'active') {
    throw new Refusal('INVALID_INPUT', { field: 'superiorId', reason: '请选择在岗的上级' });
  }
  await touch(transaction, superiorId);
  return superior;
}

const differencesOf = (
  team: StaffTeam,
  superior: StaffMember,
  { name, department, roleIds, chain }: ApplicationPayload,
): Difference[] =>
  [
    { label: '姓名', after: name },
    { label: '部门', after: department },
    { label: '直属上级', after: superior.name },
    { label: '角色', after: roleNames(team, roleIds) },
    ...conflictLine(roleIds),
    { label: '审批环节', after: chain.map(link => linkSteps[link].label).join(' → ') },
  ].map(line => ({ ...line, before: null }));
