import type { Clock } from '../clock/clock';
import type { CloudError } from '../cloud-error';
import type { RunningCall } from '../runner/running-call';
import type { CallLog } from './call-log';

export interface CallRecorder {
  /** The call has got its process. */
  started(): void;
  /** @param failure null when it gave an answer */
  ended(failure: CloudError | null): void;
}

/** Times a call and writes its record, whatever becomes of it. */
export function callRecorder(
  call: RunningCall,
  { clock, log }: { clock: Clock; log: CallLog },
): CallRecorder {
  const at = new Date(clock.nowMs()).toISOString();
  const askedMs = performance.now();
  let startedMs: number | null = null;
  return {
    started: () => {
      startedMs = performance.now();
    },
    ended: failure => {
      const endedMs = performance.now();
      const { id: callId, functionName, context, openapi: _, ...costs } = call;
      log.write({
        type: 'call',
        at,
        callId,
        function: functionName,
        trigger: context.source,
        ms: rounded(endedMs - (startedMs ?? endedMs)),
        waitedMs: rounded((startedMs ?? endedMs) - askedMs),
        ...costs,
        outcome: failure === null ? 'ok' : (failure.code ?? 'SYS_ERR'),
        ...(failure === null ? {} : { message: failure.message.slice(0, 2000) }),
      });
    },
  };
}

function rounded(ms: number): number {
  return Math.round(ms * 10) / 10;
}
