import type { ProcedureOutput } from '../../cloudfunctions/contract/procedures';
import { type Copy, keepCopy } from './offline-copy';
import { call, callOnce } from './rpc';

export type StepsState = ProcedureOutput<'steps.read'>;
export type PaidSteps = ProcedureOutput<'steps.sync'>;

/** What WeChat on this phone says of its steps: the id by which the server has them opened, or why there is none. */
export type StepsAccess = { cloudId: string } | { cloudId: null; isDenied: boolean };

export const readSteps = (): Promise<Copy<StepsState>> => keepCopy('steps', () => call('steps.read', {}));

export const agreeToSteps = (version: string): Promise<unknown> =>
  callOnce('steps.giveConsent', { version, isFourteen: true });

export const stopSteps = (): Promise<unknown> => callOnce('steps.withdrawConsent', {});

/** Asks WeChat, which asks the person the first time. The counts themselves never reach the mini-program. */
export async function askWeChat(): Promise<StepsAccess> {
  try {
    const { cloudID } = (await wx.getWeRunData()) as { cloudID?: string };
    return cloudID === undefined ? { cloudId: null, isDenied: false } : { cloudId: cloudID };
  } catch (error) {
    const { errMsg = '' } = error as { errMsg?: string };
    return { cloudId: null, isDenied: /auth den|authorize/.test(errMsg) };
  }
}

/** Has the server pay for what WeChat opens to it. Throws `ServiceError`. */
export const syncSteps = (cloudId: string): Promise<PaidSteps> => callOnce('steps.sync', { cloudId });
