/**
 * People for tests of function `staff`, written straight into the database: what is tested is who may call what, not how
 * he became staff. Everybody's openid is `o-<staff id>`, so that both can be told from one.
 */
import { randomUUID } from 'node:crypto';
import type { CallAnswer } from '../../../../cloudfunctions/contract/envelope';
import { type Permission, permissionNames } from '../../../../cloudfunctions/contract/permissions';
import { newSecretBox } from '../../../../cloudfunctions/domain/staff/codes/one-time-code';
import { newMember } from '../../../../cloudfunctions/domain/staff/joining/new-member';
import {
  identityIdOf,
  type OneTimeCode,
  type StaffMember,
  staffIdentities,
  staffMembers,
} from '../../../../cloudfunctions/domain/staff/store';
import { changeTeam, readTeam, withGrant } from '../../../../cloudfunctions/domain/staff/team';
import { answerCall } from '../../../../cloudfunctions/functions/staff/answer-call';
import type { Platform } from '../../../../cloudfunctions/platform';

const HOUR_MS = 3_600_000;

export interface NewPerson {
  /** 26 characters when it has to look like an id; made anew when not given. */
  staffId?: string;
  roleIds?: readonly string[];
  state?: StaffMember['state'];
  /** `null`: codes were never set up. */
  code?: Partial<OneTimeCode> | null;
  elevation?: StaffMember['elevation'];
}

export interface PlantedPerson {
  staffId: string;
  openid: string;
}

/** Adds a member: active, with codes in force and the last one confirmed, unless it says otherwise. */
export async function plantPerson(platform: Platform, person: NewPerson = {}): Promise<PlantedPerson> {
  const staffId = person.staffId ?? platform.randomId();
  const { roleIds = [], state = 'active', code = {}, elevation = null } = person;
  const isResting = state === 'disabled' || state === 'on-leave';
  const nowMs = platform.nowMs();
  const planted: StaffMember = {
    ...newMember(
      { _id: staffId, name: `员工${staffId.slice(0, 4)}`, department: '测试', superiorId: null },
      nowMs,
    ),
    state,
    restingRoleIds: isResting ? [...roleIds] : null,
    // Used today already, so that no call of a test is a day's first.
    uses: Object.fromEntries(permissionNames.map(name => [name, '9999-12-31'])),
    oneTimeCode: code && codeOf(platform, staffId, code),
    elevation,
  };
  await platform.database.transact(async transaction => {
    await transaction.add(staffMembers, planted);
    await transaction.add(staffIdentities, { _id: identityIdOf(`o-${staffId}`), staffId });
    const team = await readTeam(transaction);
    const grants = state === 'active' ? withGrant(team, staffId, roleIds) : team.grants;
    await changeTeam(transaction, team, { grants });
  });
  return { staffId, openid: `o-${staffId}` };
}

const codeOf = (platform: Platform, staffId: string, code: Partial<OneTimeCode>): OneTimeCode => ({
  secretBox: newSecretBox(platform, staffId),
  activatedAtMs: 1,
  lastStep: 0,
  failures: 0,
  lockedUntilMs: null,
  confirmedUntilMs: platform.nowMs() + HOUR_MS / 6,
  ...code,
});

/** An elevation that runs, or that has just ended. */
export const elevationOf = (
  platform: Platform,
  permissions: readonly Permission[],
  { ended = false } = {},
): StaffMember['elevation'] => ({
  permissions: [...permissions],
  untilMs: platform.nowMs() + (ended ? -1 : 8 * HOUR_MS),
  approvalId: 'approval',
});

export interface SentCall {
  procedure: string;
  input: unknown;
  requestId?: string;
  address?: string;
}

/** A call of the function's own frame in this process, on the real SDK. */
export const callAs = (
  platform: Platform,
  openid: string,
  { procedure, input, requestId = randomUUID(), address = '203.0.113.9' }: SentCall,
): Promise<CallAnswer<unknown>> =>
  answerCall(
    platform,
    { openid, unionid: null, source: 'wx_client', address },
    { procedure, requestId, input },
  );

/** The code of a refusal, or `ok`. */
export const outcomeOf = (answer: CallAnswer<unknown>): string => (answer.ok ? 'ok' : answer.error.code);
