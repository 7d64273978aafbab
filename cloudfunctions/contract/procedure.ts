import type * as z from 'zod';

/** What both ends know of a procedure; the mini-program takes only the types. */
export interface ProcedureContract {
  input: z.ZodType;
  output: z.ZodType;
  /** Whether it changes anything: then the caller makes a `requestId` first, keeps it, and repeats it on a retry. */
  mutating: boolean;
}

/** What a caller sends. */
export type SentInputOf<Contract extends ProcedureContract> = z.input<Contract['input']>;
/** What a handler gets: checked, with defaults filled in. */
export type InputOf<Contract extends ProcedureContract> = z.output<Contract['input']>;
export type OutputOf<Contract extends ProcedureContract> = z.input<Contract['output']>;
