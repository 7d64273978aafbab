import { nestedContext } from '../../runner/call-context';
import type { Runner } from '../../runner/runner';
import type { AdminAction } from '../admin-action';
import { invalid, optionalText, requiredText } from '../parameters';

/**
 * Serves `cloud.callFunction` of a function: the called one sees the same person and a SOURCE that tells the chain. A
 * caller that is no function has no identity to pass on.
 */
export function invokeFunction(runner: Runner): AdminAction {
  return async ({ parameters, call }) => {
    const name = requiredText(parameters, 'function_name');
    const event = optionalText(parameters, 'request_data') ?? '{}';
    if (!isJson(event)) throw invalid('request_data is not JSON');
    const context = call === null ? { source: 'scf' } : nestedContext(call.context);
    return { data: { response_data: await runner.call(name, event, context, call !== null) } };
  };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
