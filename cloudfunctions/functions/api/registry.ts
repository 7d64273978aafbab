import type { ProcedureContract } from '../../contract/procedure';
import { type Procedures, procedures } from '../../contract/procedures';
import type { Handler, HandlersOf } from './handler';
import { bindingsHandlers } from './procedures/bindings';
import { inboxHandlers } from './procedures/inbox';
import { ledgerHandlers } from './procedures/ledger';
import { ridersHandlers } from './procedures/riders';
import { ridesHandlers } from './procedures/rides';

const handlers: HandlersOf<Procedures> = {
  ...ridersHandlers,
  ...bindingsHandlers,
  ...inboxHandlers,
  ...ledgerHandlers,
  ...ridesHandlers,
};

export interface RegisteredProcedure {
  contract: ProcedureContract;
  handler: Handler<ProcedureContract>;
}

/** A map and not an object: names come from outside, and `constructor` is not a procedure. */
const registry = new Map<string, RegisteredProcedure>(
  Object.entries(procedures).map(([name, contract]) => [
    name,
    { contract, handler: handlers[name as keyof Procedures] as Handler<ProcedureContract> },
  ]),
);

export const registeredProcedure = (name: string): RegisteredProcedure | undefined => registry.get(name);
