import type { StaffInput, StaffOutput } from '../../../../cloudfunctions/contract/staff/procedures';
import { callStaff, callStaffOnce } from './staff-rpc';

export type FactorSet = StaffOutput<'factors.list'>['sets'][number];
export type FactorImport = StaffInput<'factors.checkImport'>;
export type ImportCheck = StaffOutput<'factors.checkImport'>;

/** Throws `ServiceError`, as everything here does. */
export const listFactorSets = async (): Promise<FactorSet[]> => (await callStaff('factors.list', {})).sets;

/** The dry run: changes nothing. `INVALID_INPUT` is about what is not in the file. */
export const checkFactorImport = (added: FactorImport): Promise<ImportCheck> =>
  callStaff('factors.checkImport', added);

export const requestFactorImport = (added: FactorImport, reason: string): Promise<{ approvalId: string }> =>
  callStaffOnce('factors.requestImport', { ...added, reason });
