import { CloudError } from '../cloud-error';
import { functionAnswerBytes } from '../limits';
import type { Outcome, ProcessEnd } from './process-handle';

export type KillReason = 'time' | 'memory';

/** V8 aborts when its heap is full. */
function ranOutOfMemory({ code, signal }: ProcessEnd): boolean {
  return signal === 'SIGABRT' || code === 134;
}

/**
 * What the caller is told about a call that gave no answer.
 * Source of the codes: docs.cloudbase.net/error-code/basic
 */
export function functionFailure(
  outcome: Exclude<Outcome, { type: 'answer' }>,
  killed: KillReason | null,
  timeoutSeconds: number,
): CloudError {
  if (outcome.type === 'failure') {
    return new CloudError(
      'FUNCTIONS_EXECUTE_FAIL',
      `${outcome.name}: ${outcome.message}\n${outcome.stack}`.trim(),
    );
  }
  if (killed === 'time') {
    return new CloudError(
      'FUNCTIONS_TIME_LIMIT_EXCEEDED',
      `Invoking task timed out after ${timeoutSeconds} seconds`,
    );
  }
  if (killed === 'memory' || ranOutOfMemory(outcome)) {
    return new CloudError('FUNCTIONS_MEMORY_LIMIT_EXCEEDED', 'the function exceeded its memory');
  }
  const how = outcome.signal === null ? `with code ${outcome.code}` : `by ${outcome.signal}`;
  return new CloudError('FUNCTIONS_EXECUTE_FAIL', `the function's process exited ${how}`);
}

/** @throws CloudError when the answer is longer than the cloud carries */
export function checkAnswer(answer: string): string {
  // Counting bytes costs a walk over the text; short ones cannot be over the limit whatever they contain.
  if (answer.length * 3 > functionAnswerBytes && Buffer.byteLength(answer) > functionAnswerBytes) {
    throw new CloudError('EXCEED_MAX_RESPONSE_SIZE', 'The size of response exceeds the upper limit (6MB)');
  }
  return answer;
}
