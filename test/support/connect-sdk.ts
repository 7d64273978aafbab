import type { Platform } from '../../cloudfunctions/platform';
import type { Cloud } from '../../local/cloud';

/**
 * A platform on the real SDK in this process. The SDK learns where its cloud is from the variables that CloudBase sets
 * for a function, so they are set before the module that initialises it is loaded.
 */
export async function connectSdk(cloud: Cloud, environment: Record<string, string>): Promise<Platform> {
  Object.assign(process.env, environment, {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${cloud.url}/admin` }),
    TCB_ENV: cloud.environmentId,
    SCF_NAMESPACE: cloud.environmentId,
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    TENCENTCLOUD_SESSIONTOKEN: 'local',
  });
  const { cloudPlatform } = await import('../../cloudfunctions/platform/cloud-platform');
  return { ...cloudPlatform(), nowMs: () => cloud.nowMs(), log: () => undefined };
}
