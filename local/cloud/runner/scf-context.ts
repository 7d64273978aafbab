import type { FunctionDeclaration } from '../../build/product/manifest-shape';
import type { Deployment } from './function-environment';

/** Second argument of `main`. Source: cloud.tencent.com/document/product/583/11060 */
export function scfContext(
  callId: string,
  declaration: FunctionDeclaration,
  deployment: Deployment,
): Record<string, unknown> {
  return {
    callbackWaitsForEmptyEventLoop: false,
    request_id: callId,
    function_name: declaration.name,
    function_version: '$LATEST',
    namespace: deployment.environmentId,
    memory_limit_in_mb: declaration.memoryMegabytes,
    time_limit_in_ms: declaration.timeoutSeconds * 1000,
    environment: '{}',
  };
}
