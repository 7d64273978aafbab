import { callShape } from '../contract/envelope';
import { Refusal } from '../contract/errors';
import type { ProcedureContract } from '../contract/procedure';
import { parseInput } from './parse-input';
import type { ProcedureMap, RegisteredProcedure } from './procedure-map';

export interface ReadCall<Contract extends ProcedureContract, Handler>
  extends RegisteredProcedure<Contract, Handler> {
  procedure: string;
  input: unknown;
  /** Null for a procedure that only reads. */
  requestId: string | null;
}

/**
 * The procedure of an event with its checked input. `INVALID_INPUT` with field and reason, `UNKNOWN_PROCEDURE`.
 * It costs no database call, so neither does nonsense.
 */
export function readCall<Contract extends ProcedureContract, Handler>(
  procedures: ProcedureMap<Contract, Handler>,
  event: unknown,
): ReadCall<Contract, Handler> {
  const { procedure, requestId, input } = parseInput(callShape, event);
  const registered = procedures.get(procedure);
  if (!registered) throw new Refusal('UNKNOWN_PROCEDURE');
  const { mutating } = registered.contract;
  if (mutating && requestId === undefined) {
    throw new Refusal('INVALID_INPUT', { field: 'requestId', reason: '缺少请求编号' });
  }
  const checked = parseInput(registered.contract.input, input ?? {});
  return { ...registered, procedure, input: checked, requestId: mutating ? (requestId ?? null) : null };
}
