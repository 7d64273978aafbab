import type { ProcedureContract } from '../contract/procedure';

/** A procedure as a function knows it: what its contract says, and what it does. */
export interface RegisteredProcedure<Contract extends ProcedureContract, Handler> {
  contract: Contract;
  handler: Handler;
}

export type ProcedureMap<Contract extends ProcedureContract, Handler> = ReadonlyMap<
  string,
  RegisteredProcedure<Contract, Handler>
>;

/**
 * The procedures of a function by name. A map and not an object: names come from outside, and `constructor` is not a
 * procedure. That each contract has its own handler is checked by the type of the handlers where they are put together.
 */
export function procedureMap<Contract extends ProcedureContract, Handler>(
  contracts: Readonly<Record<string, Contract>>,
  handlers: Readonly<Record<string, unknown>>,
): ProcedureMap<Contract, Handler> {
  return new Map(
    Object.entries(contracts).map(([name, contract]) => [
      name,
      { contract, handler: handlers[name] as Handler },
    ]),
  );
}
