import { CloudError, type CloudErrorCode } from '../cloud-error';
import { answerJson } from '../http/answer';
import type { Handler } from '../http/exchange';
import { header } from '../http/exchange';
import type { Runner } from '../runner/runner';
import { type HttpAnswer, httpAnswer } from './http-answer';
import { httpEvent } from './http-event';

/** How the HTTP access service names failures. Source: docs.cloudbase.net/http-api/functions; the statuses are ours. */
const failures: Partial<Record<CloudErrorCode, { status: number; code: string }>> = {
  FUNCTION_NOT_FOUND: { status: 404, code: 'FUNCTION_NOT_FOUND' },
  FUNCTIONS_TIME_LIMIT_EXCEEDED: { status: 504, code: 'FUNCTION_TIME_LIMIT_EXCEEDED' },
  FUNCTIONS_MEMORY_LIMIT_EXCEEDED: { status: 500, code: 'FUNCTION_MEMORY_LIMIT_EXCEEDED' },
  EXCEED_REQUEST_SIZE_LIMIT: { status: 413, code: 'EXCEED_MAX_PAYLOAD_SIZE' },
  EXCEED_CONCURRENT_REQUEST_LIMIT: { status: 503, code: 'FUNCTION_EXCEED_RESOURCE_LIMIT' },
};
const otherFailure = { status: 500, code: 'FUNCTION_INVOCATION_FAILED' };

/** The HTTP access service for one function: anybody may call, so nobody has an openid. */
export function httpRoute(runner: Runner, functionName: string): Handler {
  return async exchange => {
    const event = await httpEvent(exchange);
    const forwarded = header(exchange.request, 'x-forwarded-for')?.split(',', 1)[0]?.trim();
    const clientIp = forwarded || exchange.request.socket.remoteAddress || '127.0.0.1';
    try {
      const answer = await runner.call(functionName, JSON.stringify(event), { source: 'wx_http', clientIp });
      send(exchange.response, httpAnswer(JSON.parse(answer)), event.httpMethod === 'HEAD');
    } catch (error) {
      if (!(error instanceof CloudError)) throw error;
      const { status, code } = failures[error.code] ?? otherFailure;
      // The reason stands in the log; strangers are not told the stack of a function.
      answerJson(exchange.response, status, { code, message: error.message.split('\n', 1)[0] });
    }
  };
}

function send(response: Parameters<typeof answerJson>[0], answer: HttpAnswer, isHead: boolean): void {
  if (response.destroyed) return;
  response.writeHead(answer.status, { ...answer.headers, 'content-length': answer.body.length });
  response.end(isHead ? undefined : answer.body);
}
