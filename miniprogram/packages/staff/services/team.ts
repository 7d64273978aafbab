import type { StaffInput, StaffOutput } from '../../../../cloudfunctions/contract/staff/procedures';
import { callStaff, callStaffOnce } from './staff-rpc';

export type Member = StaffOutput<'staff.list'>['members'][number];
export type Application = StaffOutput<'staff.applications'>['applications'][number];
export type Review = StaffOutput<'staff.review'>;
export type RolesAnswer = StaffOutput<'roles.list'>;
export type Role = RolesAnswer['roles'][number];
export type Permission = Role['permissions'][number];

export const listMembers = async (): Promise<Member[]> => (await callStaff('staff.list', {})).members;

/** Applications that everybody agreed to and that wait to be opened. */
export const listApplications = async (): Promise<Application[]> =>
  (await callStaff('staff.applications', {})).applications;

export const openAccount = (applicationId: string): Promise<{ staffId: string }> =>
  callStaffOnce('staff.open', { applicationId });

export const disableMember = (staffId: string, reason: string): Promise<object> =>
  callStaffOnce('staff.disable', { staffId, reason });

export const enableMember = (staffId: string, reason: string): Promise<object> =>
  callStaffOnce('staff.enable', { staffId, reason });

export const recordLeave = (form: StaffInput<'staff.recordLeave'>): Promise<object> =>
  callStaffOnce('staff.recordLeave', form);

export const handOver = (
  form: StaffInput<'staff.handOver'>,
): Promise<{ approvals: number; reports: number }> => callStaffOnce('staff.handOver', form);

export const removeMember = (staffId: string, reason: string): Promise<object> =>
  callStaffOnce('staff.remove', { staffId, reason });

export const requestGrant = (form: StaffInput<'staff.requestGrant'>): Promise<{ approvalId: string }> =>
  callStaffOnce('staff.requestGrant', form);

export const requestRecovery = (staffId: string, reason: string): Promise<{ approvalId: string }> =>
  callStaffOnce('staff.requestRecovery', { staffId, reason });

export const readReview = (): Promise<Review> => callStaff('staff.review', {});

export const recordReview = (form: StaffInput<'staff.recordReview'>): Promise<object> =>
  callStaffOnce('staff.recordReview', form);

export const listRoles = (): Promise<RolesAnswer> => callStaff('roles.list', {});

export const requestRoleChange = (form: StaffInput<'roles.requestChange'>): Promise<{ approvalId: string }> =>
  callStaffOnce('roles.requestChange', form);
