import {
  type Approval,
  type ApprovalDesk,
  type ApprovalKind,
  decideApproval,
  registryOf,
  runEffect,
} from '../../cloudfunctions/domain/approvals';
import { collectionOf, type Platform } from '../../cloudfunctions/platform';

/** A desk at which everybody may decide, for tests of what happens when people agree. */
const openDesk = <Payload>(kind: ApprovalKind<Payload>): ApprovalDesk => ({
  kinds: registryOf([kind as unknown as ApprovalKind<never>]),
  deciders: { claim: async () => ({ outsidePermission: false, elevated: false }) },
  holders: async () => ({}),
  tell: async () => undefined,
});

const approvals = collectionOf<Approval>('approvals');

export const readApproval = async (platform: Platform, approvalId: string): Promise<Approval> => {
  const approval = await platform.database.get(approvals, approvalId);
  if (!approval) throw new Error(`There is no approval ${approvalId}.`);
  return approval;
};

/** Every open step is approved by somebody else, then the effect runs; answers the approval as it is then. */
export async function agree<Payload>(
  platform: Platform,
  kind: ApprovalKind<Payload>,
  approvalId: string,
): Promise<Approval> {
  const desk = openDesk(kind);
  const { steps, payloadHash } = await readApproval(platform, approvalId);
  for (const [index] of steps.entries()) {
    const by = {
      personId: `checker-${index}`,
      holders: {},
      readsAll: true,
      roles: [],
      auditKey: `test:${approvalId}:${index}`,
      requestId: null,
    };
    const request = { approvalId, payloadHash, comment: '', verdict: 'approve' as const, by, riderUid: null };
    await platform.database.transact(transaction => decideApproval(transaction, platform, desk, request));
  }
  return runEffect(platform, desk, approvalId);
}
