import type { StaffInput, StaffOutput } from '../../../../cloudfunctions/contract/staff/procedures';
import { callStaff, callStaffOnce } from './staff-rpc';

export type ReportQueue = StaffOutput<'reports.queue'>;
export type WaitingReport = ReportQueue['reports'][number];
export type ReportCase = StaffOutput<'reports.open'>;
export type ReportDecision = StaffInput<'reports.decide'>;

/** Throws `ServiceError`, as everything here does. */
export const listReports = (queue: 'first' | 'appeal', cursor: string | null): Promise<ReportQueue> =>
  callStaff('reports.queue', { queue, cursor });

export const openReport = (reportId: string): Promise<ReportCase> => callStaff('reports.open', { reportId });

export const decideReport = (decision: ReportDecision): Promise<StaffOutput<'reports.decide'>> =>
  callStaffOnce('reports.decide', decision);
