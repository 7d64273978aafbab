/** One call of a function, as it stands in the log. */
export interface CallRecord {
  type: 'call';
  /** The endpoint's time at which it began. */
  at: string;
  callId: string;
  function: string;
  /** `wx_client`, `wx_http`, `wx_trigger` or the chain of a call between functions. */
  trigger: string;
  /** Real milliseconds in the process, and those spent waiting for one or starting it. */
  ms: number;
  waitedMs: number;
  databaseCalls: number;
  conflicts: number;
  scansWithoutIndex: number;
  documentsExamined: number;
  /** `ok` or the code of the failure. */
  outcome: string;
  message?: string;
}

/** One line that a function printed. */
export interface OutputRecord {
  type: 'output';
  at: string;
  callId: string;
  function: string;
  stream: 'stdout' | 'stderr';
  line: string;
}

export type LogRecord = CallRecord | OutputRecord;
