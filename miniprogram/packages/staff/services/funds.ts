import type { StaffInput, StaffOutput } from '../../../../cloudfunctions/contract/staff/procedures';
import { callStaff, callStaffOnce } from './staff-rpc';

export type Fund = StaffOutput<'funds.list'>['funds'][number];
export type FundChange = StaffInput<'funds.requestChange'>;

/** Every fund, closed ones included. Throws `ServiceError`, as everything here does. */
export const listFunds = async (): Promise<Fund[]> => (await callStaff('funds.list', {})).funds;

export const requestFundChange = (change: FundChange): Promise<{ approvalId: string }> =>
  callStaffOnce('funds.requestChange', change);
