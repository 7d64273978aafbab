import type { StaffOutput } from '../../contract/staff/procedures';
import type { Platform } from '../../platform';
import { getApproval } from '../approvals';
import { applicantIdOf } from './joining/applicant';
import { stateAt } from './joining/application-state';
import { openClaim } from './joining/claim-code';
import { knownAs } from './joining/identity';
import { elevationEnd } from './members/list-staff';
import { confirmedUntilMs, namedRoles, rightsOf, roleIdsOf } from './rules';
import { identityIdOf, type StaffMember, type StaffTeam, staffApplicants, staffApplications } from './store';
import { readTeam } from './team';

type Entrance = StaffOutput<'desk.enter'>;

/**
 * Who somebody is to the console, and what to do next. Members: four calls in two round trips; others, with their last
 * application: up to six in four.
 */
export async function enterDesk(platform: Platform, { openid }: { openid: string }): Promise<Entrance> {
  const nowMs = platform.nowMs();
  const [{ member }, team, application] = await Promise.all([
    knownAs(platform.database, identityIdOf(openid)),
    readTeam(platform.database),
    lastApplication(platform, openid),
  ]);
  const isStaff = member !== null && member.state !== 'removed';
  return {
    state: stateOf(member),
    stateReason: member?.stateReason ?? null,
    member: isStaff ? memberView(team, member, nowMs) : null,
    application: isStaff ? null : application,
    claimable: openClaim(platform, team) !== null,
    confirmedUntilMs: isStaff ? confirmedUntilMs(member, nowMs) : null,
    lockedUntilMs: lockEnd(member, nowMs),
  };
}

function stateOf(member: StaffMember | null): Entrance['state'] {
  if (!member) return 'outsider';
  if (member.state !== 'active') return member.state;
  return (member.oneTimeCode?.activatedAtMs ?? null) === null ? 'no-code-yet' : 'in';
}

function lockEnd(member: StaffMember | null, nowMs: number): number | null {
  const untilMs = member?.oneTimeCode?.lockedUntilMs ?? null;
  return untilMs !== null && nowMs < untilMs ? untilMs : null;
}

const memberView = (team: StaffTeam, member: StaffMember, nowMs: number) => ({
  staffId: member._id,
  name: member.name,
  department: member.department,
  roles: namedRoles(team, roleIdsOf(team, member)),
  permissions: rightsOf(team, member, nowMs).permissions,
  elevatedUntilMs: elevationEnd(member, nowMs),
});

async function lastApplication(platform: Platform, openid: string): Promise<Entrance['application']> {
  const applicantId = applicantIdOf(platform, openid);
  const applicant = await platform.database.get(staffApplicants, applicantId);
  if (!applicant) return null;
  const application = await platform.database.get(staffApplications, applicant.lastApplicationId);
  if (!application) return null;
  const viewer = { personId: applicantId, holders: {}, readsAll: false };
  const { steps } = await getApproval(platform, viewer, application.approvalId);
  const { _id: applicationId, appliedAtMs } = application;
  return {
    applicationId,
    state: stateAt(application, platform.nowMs()),
    steps: steps.map(step => ({ label: step.label, state: step.state })),
    appliedAtMs,
  };
}
