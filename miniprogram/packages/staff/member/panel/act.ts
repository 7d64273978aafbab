import {
  disableMember,
  enableMember,
  handOver,
  recordLeave,
  removeMember,
  requestGrant,
  requestRecovery,
} from '../../services/team';
import type { MemberAction, MemberForm } from '../../views/forms';

/** Does it; answers the approval that it has to wait for, or nothing when it has happened. Throws `ServiceError`. */
type Act = (staffId: string, form: MemberForm) => Promise<{ approvalId?: string }>;

const nothing = () => ({});

export const act: Readonly<Record<MemberAction, Act>> = {
  grant: (staffId, { roleIds, reason }) => requestGrant({ staffId, roleIds: [...roleIds], reason }),
  recover: (staffId, { reason }) => requestRecovery(staffId, reason),
  leave: (staffId, { untilDay, reason }) => recordLeave({ staffId, untilDay, reason }).then(nothing),
  disable: (staffId, { reason }) => disableMember(staffId, reason).then(nothing),
  enable: (staffId, { reason }) => enableMember(staffId, reason).then(nothing),
  'hand-over': (staffId, { successorId, reason }) => handOver({ staffId, successorId, reason }).then(nothing),
  remove: (staffId, { reason }) => removeMember(staffId, reason).then(nothing),
};
