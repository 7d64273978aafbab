import type { ProcedureOutput } from '../../../../cloudfunctions/contract/procedures';
import type { StaffOutput } from '../../../../cloudfunctions/contract/staff/procedures';
import { call } from '../../../services/rpc';
import { callStaff, callStaffOnce } from './staff-rpc';

export type Alarms = StaffOutput<'alarms.list'>;
export type Alarm = Alarms['alarms'][number];
export type PayingOut = StaffOutput<'books.payingOut'>;
export type Verification = ProcedureOutput<'openLedger.read'>['verification'];

/** Throws `ServiceError`, as everything here does. */
export const listAlarms = (state: 'open' | 'acknowledged', cursor: string | null): Promise<Alarms> =>
  callStaff('alarms.list', { state, cursor });

export const acknowledgeAlarm = (alarmId: string, note: string): Promise<object> =>
  callStaffOnce('alarms.acknowledge', { alarmId, note });

export const readPayingOut = (): Promise<PayingOut> => callStaff('books.payingOut', {});

export const requestResume = (reason: string): Promise<{ approvalId: string }> =>
  callStaffOnce('books.requestResume', { reason });

/** What the checks have found last: everybody may read it. */
export const readVerification = async (): Promise<Verification> =>
  (await call('openLedger.read', {})).verification;
