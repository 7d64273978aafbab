import type { Platform } from '../../../platform';
import { recordAudit, SYSTEM } from '../../audit';
import type { Job } from '../../jobs';
import { IDLE_DAYS, idleSinceDay } from '../rules';
import { staffMembers } from '../store';
import { readTeam } from '../team';
import { tellOfRights } from '../tell';
import { restMember } from './change-member';

const ACCOUNTS_A_STEP = 20;
const REASON = `连续 ${IDLE_DAYS} 天未使用，自动停用`;

/** Disables accounts that nobody has used for thirty full Beijing days (H07): at the first millisecond of the next. */
export const disableIdle: Job = {
  name: 'disable-idle-staff',
  everyMs: 3_600_000,
  async step(platform) {
    const idle = await platform.database.find(staffMembers, {
      where: { state: 'active', lastActiveDay: { upTo: idleSinceDay(platform.nowMs()) } },
      orderBy: [['lastActiveDay', 'asc']],
      limit: ACCOUNTS_A_STEP,
      fields: ['_id'],
    });
    for (const { _id } of idle) await disableIfIdle(platform, _id);
    return { cursor: idle.length === ACCOUNTS_A_STEP ? 'more' : null };
  },
};

/** Somebody may have come back since the list was read: only the transaction knows. */
const disableIfIdle = (platform: Platform, staffId: string): Promise<void> =>
  platform.database.transact(async transaction => {
    const member = await transaction.get(staffMembers, staffId);
    const nowMs = platform.nowMs();
    if (member?.state !== 'active' || member.lastActiveDay > idleSinceDay(nowMs)) return;
    const team = await readTeam(transaction);
    const rest = { state: 'disabled', stateReason: REASON, nowMs, wasIdle: true } as const;
    await restMember(transaction, { member, team }, rest);
    await tellOfRights(transaction, platform, member, REASON);
    await recordAudit(transaction, platform, {
      key: `disable-idle:${staffId}:${member.touches}`,
      actorId: SYSTEM,
      roles: [],
      action: 'staff.disableIdle',
      permission: null,
      target: `staff:${staffId}`,
      before: { state: 'active', lastActiveDay: member.lastActiveDay },
      after: { state: 'disabled' },
      reason: REASON,
      result: 'done',
    });
  });
