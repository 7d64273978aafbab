import { type ApprovalDesk, registryOf } from '../domain/approvals';
import { deciders, holders, kinds as staffKinds, tell } from '../domain/staff';

/** Everything that can be asked to be approved, and the team that decides it: for the console and for the jobs. */
export const approvalDesk: ApprovalDesk = {
  kinds: registryOf([...staffKinds]),
  deciders,
  holders,
  tell,
};
