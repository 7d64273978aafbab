import { Refusal } from '../../../contract/errors';
import type { Platform, Transaction } from '../../../platform';
import { beijingDay, isDay } from '../../../platform/beijing-time';
import type { Actor } from '../actor';
import { recordDeed } from '../record-deed';
import { tellOfRights } from '../tell';
import { memberToChange, restMember } from './change-member';

interface Leave {
  staffId: string;
  /** The last day of the leave. */
  untilDay: string;
  reason: string;
  actor: Actor;
}

/**
 * Disables an account while its person is on leave (H09). It does not come back by itself: somebody enables it and says
 * why. Errors: `OWN_REQUEST`, `NOT_FOUND`, `INVALID_INPUT` when the day is past or the account is not active. Nine calls.
 */
export async function recordLeave(
  transaction: Transaction,
  platform: Platform,
  { staffId, untilDay, reason, actor }: Leave,
): Promise<Record<string, never>> {
  const nowMs = platform.nowMs();
  if (!isDay(untilDay) || untilDay < beijingDay(nowMs)) {
    throw new Refusal('INVALID_INPUT', { field: 'untilDay', reason: '请填写今天或以后的日期' });
  }
  const { member, team } = await memberToChange(transaction, staffId, actor.staffId);
  if (member.state !== 'active') {
    throw new Refusal('INVALID_INPUT', { field: 'staffId', reason: '只有在岗的账号可以登记请假' });
  }
  const stateReason = `请假至 ${untilDay}：${reason}`;
  await restMember(transaction, { member, team }, { state: 'on-leave', stateReason, nowMs });
  await tellOfRights(transaction, platform, member, `已登记请假至 ${untilDay}，账号暂停使用`);
  await recordDeed(transaction, platform, actor, {
    action: 'staff.recordLeave',
    target: `staff:${staffId}`,
    before: { state: 'active' },
    after: { state: 'on-leave', untilDay },
    reason,
  });
  return {};
}
