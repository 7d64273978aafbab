import { callShape } from '../../contract/envelope';
import { Refusal } from '../../contract/errors';
import { parseInput } from '../parse-input';
import { type RegisteredProcedure, registeredProcedure } from './registry';

export interface ReadCall extends RegisteredProcedure {
  procedure: string;
  input: unknown;
  /** Null for a procedure that only reads. */
  requestId: string | null;
}

/**
 * The procedure of an event with its checked input. `INVALID_INPUT` with field and reason, `UNKNOWN_PROCEDURE`.
 * It costs no database call, so neither does nonsense.
 */
export function readCall(event: unknown): ReadCall {
  const { procedure, requestId, input } = parseInput(callShape, event);
  const registered = registeredProcedure(procedure);
  if (!registered) throw new Refusal('UNKNOWN_PROCEDURE');
  const { mutating } = registered.contract;
  if (mutating && requestId === undefined) {
    throw new Refusal('INVALID_INPUT', { field: 'requestId', reason: '缺少请求编号' });
  }
  const checked = parseInput(registered.contract.input, input ?? {});
  return { ...registered, procedure, input: checked, requestId: mutating ? (requestId ?? null) : null };
}
