import type { StaffInput, StaffOutput } from '../../../../cloudfunctions/contract/staff/procedures';
import { callStaff, callStaffOnce } from './staff-rpc';

export type PoolList = StaffOutput<'pools.list'>;
export type Pool = PoolList['pools'][number];
export type RetirementRequest = StaffInput<'pools.requestRetirement'>;

/** Every pool, and what was retired last. Throws `ServiceError`, as everything here does. */
export const listPools = (): Promise<PoolList> => callStaff('pools.list', {});

export const requestRetirement = (request: RetirementRequest): Promise<{ approvalId: string }> =>
  callStaffOnce('pools.requestRetirement', request);
