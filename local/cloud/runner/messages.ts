/** What the endpoint sends to a function's process: one call. */
export interface CallMessage {
  callId: string;
  /** JSON text, parsed in the function's process so that the endpoint need not. */
  event: string;
  /** Second argument of `main`. */
  context: Record<string, unknown>;
  /** `WX_*`, `TCB_SOURCE` and the like for this call; those of the call before are removed. */
  variables: Record<string, string>;
  clockOffsetMs: number;
}

/** What a function's process sends back. */
export type ProcessMessage =
  | { type: 'ready' }
  /** `main` returned; the answer is JSON text. */
  | { type: 'answer'; callId: string; answer: string }
  /** `main` or loading it threw, or what it returned is not JSON. */
  | { type: 'failure'; callId: string; name: string; message: string; stack: string };

/**
 * A line of a function's output that starts with this names the call which the following lines belong to. Lines travel
 * through pipes and answers through the channel, so the mark is what keeps the output of one call apart from the next.
 */
export const callMark = '\u0000call ';
