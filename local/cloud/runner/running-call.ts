import type { CallContext } from './call-context';

/** One call of a function while it runs; what it costs is added up here and ends in the log. */
export interface RunningCall {
  id: string;
  functionName: string;
  context: CallContext;
  /** Open APIs that the function's manifest grants. */
  openapi: readonly string[];
  databaseCalls: number;
  conflicts: number;
  scansWithoutIndex: number;
  documentsExamined: number;
}

export function startedCall(
  id: string,
  functionName: string,
  context: CallContext,
  openapi: readonly string[],
): RunningCall {
  const costs = { databaseCalls: 0, conflicts: 0, scansWithoutIndex: 0, documentsExamined: 0 };
  return { id, functionName, context, openapi, ...costs };
}
