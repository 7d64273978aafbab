import { beijingDay } from '../../../platform/beijing-time';
import type { StaffMember } from '../store';

/** An account as it is opened: active, without codes. */
export const newMember = (
  person: Pick<StaffMember, '_id' | 'name' | 'department' | 'superiorId'> &
    Partial<Pick<StaffMember, 'formerIds'>>,
  nowMs: number,
): StaffMember => ({
  formerIds: [],
  ...person,
  state: 'active',
  stateReason: null,
  stateSinceMs: nowMs,
  restingRoleIds: null,
  openedAtMs: nowMs,
  lastActiveAtMs: nowMs,
  lastActiveDay: beijingDay(nowMs),
  touches: 0,
  uses: {},
  oneTimeCode: null,
  elevation: null,
});
