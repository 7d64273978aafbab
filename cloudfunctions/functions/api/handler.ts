import type { InputOf, OutputOf, ProcedureContract } from '../../contract/procedure';
import type { RequestKey } from '../../domain/answers';
import type { Platform } from '../../platform';

/** Only mutating procedures get what makes them idempotent. */
type IfMutating<Mutating extends boolean, Value> = Mutating extends true ? Value : null;

/** A call of somebody who need not have signed in yet. */
export interface VisitorCall<Contract extends ProcedureContract> {
  platform: Platform;
  input: InputOf<Contract>;
  openid: string;
  requestId: IfMutating<Contract['mutating'], string>;
}

export interface RiderCall<Contract extends ProcedureContract> {
  platform: Platform;
  input: InputOf<Contract>;
  uid: string;
  /** Under what the answer of a mutating procedure is kept. */
  request: IfMutating<Contract['mutating'], RequestKey>;
}

/**
 * `visitor`: any WeChat identity. `rider`: who has signed in, else `NOT_SIGNED_IN`. `consenting-rider`: who has also
 * agreed to the current privacy guideline, else `CONSENT_REQUIRED`.
 */
export type Handler<Contract extends ProcedureContract> =
  | { access: 'visitor'; run(call: VisitorCall<Contract>): Promise<OutputOf<Contract>> }
  | { access: 'rider' | 'consenting-rider'; run(call: RiderCall<Contract>): Promise<OutputOf<Contract>> };

/** One handler for each procedure of a contract: a missing one, or one for nothing, does not compile. */
export type HandlersOf<Contracts extends Record<string, ProcedureContract>> = {
  [Name in keyof Contracts]: Handler<Contracts[Name]>;
};
