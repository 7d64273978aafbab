import { bindingsProcedures } from './bindings';
import { inboxProcedures } from './inbox';
import type { InputOf, OutputOf, ProcedureContract } from './procedure';
import { ridersProcedures } from './riders';

/** Every procedure of function `api`. The name is the same string at both ends, so that it can be searched for. */
export const procedures = {
  ...ridersProcedures,
  ...bindingsProcedures,
  ...inboxProcedures,
} as const satisfies Record<string, ProcedureContract>;

export type Procedures = typeof procedures;
export type ProcedureName = keyof Procedures;
export type ProcedureInput<Name extends ProcedureName> = InputOf<Procedures[Name]>;
export type ProcedureOutput<Name extends ProcedureName> = OutputOf<Procedures[Name]>;
