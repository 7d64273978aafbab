import type { Permission } from '../../contract/permissions';
import type { InputOf, OutputOf } from '../../contract/procedure';
import type { StaffProcedureContract } from '../../contract/staff/shapes';
import type { Actor } from '../../domain/staff';
import type { Platform, Transaction } from '../../platform';

interface Call<Contract extends StaffProcedureContract> {
  platform: Platform;
  input: InputOf<Contract>;
  /** Null for a procedure that only reads. */
  requestId: string | null;
  /** `<procedure>:<who>:<requestId>`: under what the answer is kept and the audit entry is found. */
  requestKey: string;
}

/** A call of any WeChat identity. */
export interface VisitorCall<Contract extends StaffProcedureContract> extends Call<Contract> {
  openid: string;
}

/** A call of a member of staff who may make it. */
export interface MemberCall<Contract extends StaffProcedureContract> extends Call<Contract> {
  /** For what he may not do as staff because he is a rider as well. */
  openid: string;
  actor: Actor;
  /** Everything that he may do now. */
  permissions: readonly Permission[];
}

export interface Reading<OfCall, Output> {
  read(call: OfCall): Promise<Output>;
  /** What an audited reading has shown, when the input does not name it as it is known elsewhere. */
  target?(output: Output): string | null;
}

/**
 * Between the check at the door and the transaction a member can be disabled or lose a role. So the frame asks again
 * inside of the transaction, unless the use case says that it does so itself.
 */
interface Asking {
  asksAgain?: true;
}

/**
 * What changes something: in one transaction together with its answer and its audit entry, which the use case writes.
 * What was written is kept as the answer.
 */
export interface Writing<OfCall, Output> extends Asking {
  write(transaction: Transaction, call: OfCall): Promise<Output>;
}

/** The same where the kept answer is not yet what the caller gets, such as a secret that lies closed. */
export interface WritingInSteps<OfCall, Output> extends Asking {
  write(transaction: Transaction, call: OfCall): Promise<unknown>;
  /** After the commit, and on every repeat: whatever it does has to be harmless when done again. */
  answer(call: OfCall, written: unknown): Promise<Output>;
}

/** A writing in two steps; it keeps the type of what is handed from the first to the second. */
export const inSteps = <OfCall, Written, Output>(
  write: (transaction: Transaction, call: OfCall) => Promise<Written>,
  answer: (call: OfCall, written: Written) => Promise<Output>,
): WritingInSteps<OfCall, Output> => ({
  write,
  answer: (call, written) => answer(call, written as Written),
});

type Work<Contract extends StaffProcedureContract, OfCall> = Contract['mutating'] extends true
  ? Writing<OfCall, OutputOf<Contract>> | WritingInSteps<OfCall, OutputOf<Contract>>
  : Reading<OfCall, OutputOf<Contract>>;

/**
 * `visitor`: any WeChat identity; only where the contract says `anyone`. `member`: who holds the contract's permission,
 * or, where that is `anyone`, whoever is staff.
 */
export type Handler<Contract extends StaffProcedureContract> =
  | (Contract['permission'] extends 'anyone'
      ? { access: 'visitor' } & Work<Contract, VisitorCall<Contract>>
      : never)
  | ({ access: 'member' } & Work<Contract, MemberCall<Contract>>);

/** One handler for each procedure of a contract: a missing one, or one for nothing, does not compile. */
export type HandlersOf<Contracts extends Record<string, StaffProcedureContract>> = {
  [Name in keyof Contracts]: Handler<Contracts[Name]>;
};

export type AnyCall = VisitorCall<StaffProcedureContract> | MemberCall<StaffProcedureContract>;

/** A handler as the frame sees it. */
export type AnyHandler = { access: 'visitor' | 'member' } & (
  | Reading<AnyCall, unknown>
  | Writing<AnyCall, unknown>
  | WritingInSteps<AnyCall, unknown>
);
