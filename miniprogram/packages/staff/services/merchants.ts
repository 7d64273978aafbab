import type { StaffInput, StaffOutput } from '../../../../cloudfunctions/contract/staff/procedures';
import { callStaff, callStaffOnce } from './staff-rpc';

export type Merchant = StaffOutput<'merchants.list'>['merchants'][number];
export type SettlementRequest = StaffInput<'merchants.requestSettlement'>;

/** Everybody who was given bonus. Throws `ServiceError`, as everything here does. */
export const listMerchants = async (): Promise<Merchant[]> =>
  (await callStaff('merchants.list', {})).merchants;

export const requestSettlement = (request: SettlementRequest): Promise<{ approvalId: string }> =>
  callStaffOnce('merchants.requestSettlement', request);
