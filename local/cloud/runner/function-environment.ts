export interface Deployment {
  environmentId: string;
  appId: string;
  /** `http://127.0.0.1:<port>`; known once the endpoint listens. */
  url: string;
}

/**
 * The whole environment of a function's process: what the platform sets and what the manifest grants, nothing of the
 * machine's own. The token in the SDK's address tells which process a database call came from.
 */
export function functionEnvironment(
  deployment: Deployment,
  token: string,
  granted: Record<string, string>,
): Record<string, string> {
  return {
    ...granted,
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${deployment.url}/admin/${token}` }),
    TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SOURCE',
    TCB_ENV: deployment.environmentId,
    SCF_NAMESPACE: deployment.environmentId,
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    // The SDK signs with these; the endpoint is open to its own machine and checks no signature.
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    TENCENTCLOUD_SESSIONTOKEN: 'local',
    // Cloud functions run in UTC: what depends on the machine's zone must show here too.
    TZ: 'UTC',
  };
}
