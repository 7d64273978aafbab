import type { teamProcedures } from '../../../contract/staff/team';
import {
  disableMember,
  enableMember,
  handOver,
  listApplications,
  listRoles,
  listStaff,
  openAccount,
  recordLeave,
  recordReview,
  removeMember,
  requestGrant,
  requestRecovery,
  requestRoleChange,
  reviewTeam,
} from '../../../domain/staff';
import type { HandlersOf } from '../handler';

export const teamHandlers: HandlersOf<typeof teamProcedures> = {
  'staff.list': { access: 'member', read: ({ platform }) => listStaff(platform) },
  'staff.applications': { access: 'member', read: ({ platform }) => listApplications(platform) },
  'staff.open': {
    access: 'member',
    write: (transaction, { platform, actor, input }) =>
      openAccount(transaction, platform, { ...input, actor }),
  },
  'staff.disable': {
    access: 'member',
    write: (transaction, { platform, actor, input }) =>
      disableMember(transaction, platform, { ...input, actor }),
  },
  'staff.recordLeave': {
    access: 'member',
    write: (transaction, { platform, actor, input }) =>
      recordLeave(transaction, platform, { ...input, actor }),
  },
  'staff.enable': {
    access: 'member',
    write: (transaction, { platform, actor, input }) =>
      enableMember(transaction, platform, { ...input, actor }),
  },
  'staff.handOver': {
    access: 'member',
    write: (transaction, { platform, actor, input }) => handOver(transaction, platform, { ...input, actor }),
  },
  'staff.remove': {
    access: 'member',
    write: (transaction, { platform, actor, input }) =>
      removeMember(transaction, platform, { ...input, actor }),
  },
  'staff.requestGrant': {
    access: 'member',
    write: (transaction, { platform, actor, input }) =>
      requestGrant(transaction, platform, { ...input, actor }),
  },
  'staff.requestRecovery': {
    access: 'member',
    write: (transaction, { platform, actor, input }) =>
      requestRecovery(transaction, platform, { ...input, actor }),
  },
  'staff.review': { access: 'member', read: ({ platform }) => reviewTeam(platform) },
  'staff.recordReview': {
    access: 'member',
    write: (transaction, { platform, actor, input }) =>
      recordReview(transaction, platform, { ...input, actor }),
  },
  'roles.list': { access: 'member', read: ({ platform }) => listRoles(platform) },
  'roles.requestChange': {
    access: 'member',
    write: (transaction, { platform, actor, input }) =>
      requestRoleChange(transaction, platform, { ...input, actor }),
  },
};
