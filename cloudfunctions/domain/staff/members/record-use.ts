import type { Permission } from '../../../contract/permissions';
import type { Platform } from '../../../platform';
import { beijingDay } from '../../../platform/beijing-time';
import { staffMembers } from '../store';

/**
 * Notes that a permission was used today, which the idle days and the quarterly check are counted from. Days never go
 * back, whatever the clocks say; a second note of a day changes nothing. Two database calls, three round trips.
 */
export const recordUse = (
  platform: Platform,
  { staffId, permission }: { staffId: string; permission: Permission },
): Promise<void> =>
  platform.database.transact(async transaction => {
    const member = await transaction.get(staffMembers, staffId);
    if (member?.state !== 'active') return;
    const nowMs = platform.nowMs();
    const today = beijingDay(nowMs);
    const isNewDay = member.lastActiveDay < today;
    if (!isNewDay && (member.uses[permission] ?? '') >= today) return;
    await transaction.update(staffMembers, staffId, {
      ...(isNewDay && { lastActiveDay: today, lastActiveAtMs: nowMs }),
      uses: { ...member.uses, [permission]: today },
    });
  });
