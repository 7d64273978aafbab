import { type ApprovalDesk, registryOf } from '../domain/approvals';
import { tell } from '../domain/staff';

const unfinished = (): never => {
  throw new Error('This is not there yet.');
};

/** Everything that can be asked to be approved, and the team that decides it: for the console and for the jobs. */
export const approvalDesk: ApprovalDesk = {
  kinds: registryOf([]),
  deciders: { claim: unfinished },
  holders: unfinished,
  tell,
};
