import sdk from 'wx-server-sdk';
import type { Cloud } from '../../../local/cloud';

export type Database = ReturnType<typeof sdk.database>;

/** The real SDK, pointed at an endpoint exactly as a function's process is; it reads the address anew on each request. */
export function realSdk(cloud: Cloud, options: { throwOnNotFound?: boolean } = {}): typeof sdk {
  pointSdkAt(`${cloud.url}/admin`, cloud.environmentId);
  sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV as unknown as string, ...options });
  return sdk;
}

export function pointSdkAt(address: string, environmentId: string): void {
  Object.assign(process.env, {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: address }),
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: environmentId,
    TCB_ENV: environmentId,
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    TENCENTCLOUD_SESSIONTOKEN: 'local',
  });
}

export interface SdkFailure {
  code: string | undefined;
  errCode: number | undefined;
  message: string;
}

/** What product code sees of a failing call. */
export async function failureOf(work: Promise<unknown>): Promise<SdkFailure> {
  const error = await work.then(
    () => {
      throw new Error('the call did not fail');
    },
    (caught: { code?: string; errCode?: number; errMsg?: string; message?: string }) => caught,
  );
  return { code: error.code, errCode: error.errCode, message: error.errMsg ?? error.message ?? '' };
}
