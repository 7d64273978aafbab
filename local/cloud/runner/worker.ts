import type { ProcessHandle } from './process-handle';
import type { RunningCall } from './running-call';

/** A function's process as the pool keeps it. */
export interface Worker {
  /** Part of the SDK's address in this process: database calls that carry it belong to `call`. */
  token: string;
  functionName: string;
  /** The build it has loaded. */
  version: string;
  process: ProcessHandle;
  call: RunningCall | null;
}
