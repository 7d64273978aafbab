import type { ProcedureOutput } from '../../cloudfunctions/contract/procedures';
import { type Copy, keepCopy } from './offline-copy';
import { renewSession } from './riders';
import { call, callOnce } from './rpc';

export type PersonalData = ProcedureOutput<'personalData.read'>;
export type PersonalExport = NonNullable<ProcedureOutput<'personalData.latestExport'>['export']>;
export type Deletion = NonNullable<PersonalData['deletion']>;

/** What is kept about the rider, by kind. Throws `ServiceError`. */
export const personalData = (): Promise<Copy<PersonalData>> =>
  keepCopy('personal-data', () => call('personalData.read', {}));

/** The export that is being made or can still be fetched; null when there is none. Its addresses are never stored. */
export const latestExport = async (): Promise<PersonalExport | null> =>
  (await call('personalData.latestExport', {})).export;

/** Asks for everything as files. Throws `ServiceError`, `RATE_LIMITED` beyond three a day. */
export const requestExport = async (): Promise<void> => {
  await callOnce('personalData.export', {});
};

/** The account is closed in thirty days. Throws `ServiceError`. */
export async function requestDeletion(): Promise<Deletion> {
  const { deletion } = await callOnce('personalData.requestDeletion', {});
  await renewSession().catch(() => undefined);
  return deletion;
}

/** The account stays. Throws `ServiceError`. */
export async function cancelDeletion(): Promise<void> {
  await callOnce('personalData.cancelDeletion', {});
  await renewSession().catch(() => undefined);
}
