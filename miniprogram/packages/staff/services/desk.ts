import type { StaffInput, StaffOutput } from '../../../../cloudfunctions/contract/staff/procedures';
import { rememberStaff } from '../../../services/staff-memory';
import { callStaff, callStaffOnce } from './staff-rpc';

export type Entrance = StaffOutput<'desk.enter'>;
export type Todos = StaffOutput<'desk.todos'>;
export type Superiors = StaffOutput<'desk.superiors'>;
export type ApplicationForm = StaffInput<'desk.apply'>;
export type SecretKey = StaffOutput<'desk.beginCode'>;

/** Who I am to the console; 我的 shows the entrance to those who are staff. Throws `ServiceError`. */
export async function enterDesk(): Promise<Entrance> {
  const entrance = await callStaff('desk.enter', {});
  rememberStaff(entrance.member !== null);
  return entrance;
}

export const readTodos = (): Promise<Todos> => callStaff('desk.todos', {});

/** Superiors of exactly this name or number; none for an empty query, which asks for the roles alone. */
export const findSuperiors = (query: string): Promise<Superiors> => callStaff('desk.superiors', { query });

export const applyForAccount = (form: ApplicationForm): Promise<{ applicationId: string }> =>
  callStaffOnce('desk.apply', form);

export const withdrawApplication = (applicationId: string): Promise<object> =>
  callStaffOnce('desk.withdrawApplication', { applicationId });

export const claimTeam = (form: StaffInput<'desk.claim'>): Promise<{ staffId: string }> =>
  callStaffOnce('desk.claim', form);

/** A secret for the authenticator. It is on the screen only and never stored. */
export const beginCode = (): Promise<SecretKey> => callStaffOnce('desk.beginCode', {});

export const activateCode = (code: string): Promise<{ confirmedUntilMs: number }> =>
  callStaffOnce('desk.activateCode', { code });

/** For ten minutes risky actions go on without asking. */
export const confirmCode = (code: string): Promise<{ confirmedUntilMs: number }> =>
  callStaffOnce('desk.confirmCode', { code });

export const requestElevation = (
  form: StaffInput<'desk.requestElevation'>,
): Promise<{ approvalId: string }> => callStaffOnce('desk.requestElevation', form);
