import type {
  ProcedureInput,
  ProcedureName,
  ProcedureOutput,
  Procedures,
} from '../../cloudfunctions/contract/procedures';
import { withOneEffect } from './one-effect';
import { ServiceError } from './service-error';
import { send } from './transport';

type NamesBy<Mutating extends boolean> = {
  [Name in ProcedureName]: Procedures[Name]['mutating'] extends Mutating ? Name : never;
}[ProcedureName];
export type ReadingProcedure = NamesBy<false>;
export type ChangingProcedure = NamesBy<true>;

/** Reads. Signs in first where the server says that nobody has. Throws `ServiceError`. */
export async function call<Name extends ReadingProcedure>(
  procedure: Name,
  input: ProcedureInput<Name>,
): Promise<ProcedureOutput<Name>> {
  return signedIn(() => send<ProcedureOutput<Name>>('api', { procedure, input }));
}

/**
 * Changes something, with one effect however often it is sent. Requests for the same procedure and input are the same
 * intent, which is stored; a long input has a shorter `intent` of its own. Throws `ServiceError`.
 */
export function callOnce<Name extends ChangingProcedure>(
  procedure: Name,
  input: ProcedureInput<Name>,
  intent = `${procedure} ${JSON.stringify(input)}`,
): Promise<ProcedureOutput<Name>> {
  return withOneEffect(
    intent,
    requestId => send<ProcedureOutput<Name>>('api', { procedure, requestId, input }),
    signedIn,
  );
}

/** A rider is made by the first sign-in, so somebody whose first call is another one is signed in on the way. */
async function signedIn<Output>(request: () => Promise<Output>): Promise<Output> {
  try {
    return await request();
  } catch (error) {
    if (!(error instanceof ServiceError) || error.code !== 'NOT_SIGNED_IN') throw error;
    await callOnce('riders.signIn', {});
    return request();
  }
}
