import { type ErrorCode, type ErrorDetails, Refusal } from '../../../contract/errors';

/**
 * What a use case answers whose refusals have an effect, such as a counted failure: thrown, they would roll it back. The
 * transaction commits and the outcome is stored as its answer; `settled` throws afterwards.
 */
export type Outcome<Output> = { output: Output } | { refused: { code: ErrorCode; details: ErrorDetails } };

/** The output of a committed outcome, or its refusal, thrown. */
export function settled<Output>(outcome: Outcome<Output>): Output {
  if ('output' in outcome) return outcome.output;
  throw new Refusal(outcome.refused.code, outcome.refused.details);
}
