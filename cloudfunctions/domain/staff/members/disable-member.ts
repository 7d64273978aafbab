import { Refusal } from '../../../contract/errors';
import type { Platform, Transaction } from '../../../platform';
import type { Actor } from '../actor';
import { recordDeed } from '../record-deed';
import { tellOfRights } from '../tell';
import { memberToChange, restMember } from './change-member';

/**
 * Disables an account, also one that is on leave. Errors: `OWN_REQUEST`, `NOT_FOUND`, `INVALID_INPUT` when it is disabled
 * already. Nine calls.
 */
export async function disableMember(
  transaction: Transaction,
  platform: Platform,
  { staffId, reason, actor }: { staffId: string; reason: string; actor: Actor },
): Promise<Record<string, never>> {
  const { member, team } = await memberToChange(transaction, staffId, actor.staffId);
  if (member.state === 'disabled') {
    throw new Refusal('INVALID_INPUT', { field: 'staffId', reason: '账号已经停用' });
  }
  const rest = { state: 'disabled' as const, stateReason: reason, nowMs: platform.nowMs() };
  await restMember(transaction, { member, team }, rest);
  await tellOfRights(transaction, platform, member, '账号已停用');
  await recordDeed(transaction, platform, actor, {
    action: 'staff.disable',
    target: `staff:${staffId}`,
    before: { state: member.state },
    after: { state: 'disabled' },
    reason,
  });
  return {};
}
