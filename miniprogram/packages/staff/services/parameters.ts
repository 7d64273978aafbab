import type { StaffInput, StaffOutput } from '../../../../cloudfunctions/contract/staff/procedures';
import { callStaff, callStaffOnce } from './staff-rpc';

export type ParameterList = StaffOutput<'parameters.list'>;
export type ParameterChange = StaffInput<'parameters.requestChange'>;

/** Every parameter by group, and the versions so far. Throws `ServiceError`. */
export const listParameters = (): Promise<ParameterList> => callStaff('parameters.list', {});

/** Asks for other values. Throws `ServiceError`; `INVALID_INPUT` names the parameter's path as field. */
export const requestParameterChange = (change: ParameterChange): Promise<{ approvalId: string }> =>
  callStaffOnce('parameters.requestChange', change);
