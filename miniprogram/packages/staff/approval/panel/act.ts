import { type ApprovalAction, approve, commentOn, deny, escalate, withdraw } from '../../services/approvals';

type Act = (read: { approvalId: string; payloadHash: string }, text: string) => Promise<string | null>;

/** Does it, and says why what was agreed to could not happen; null when all is well. Throws `ServiceError`. */
export const act: Readonly<Record<ApprovalAction, Act>> = {
  approve: async (read, text) => (await approve(read, text)).failure,
  deny: (read, text) => deny(read, text).then(() => null),
  comment: (read, text) => commentOn(read, text).then(() => null),
  withdraw: (read, text) => withdraw(read, text).then(() => null),
  escalate: (read, text) => escalate(read, text).then(() => null),
};
