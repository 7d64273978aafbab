import type { Transaction } from '../../../platform';
import { type StaffMember, staffIdentities, staffMembers } from '../store';

export interface Known {
  /** Whether the identity has a document, and of whom; a removed member may come back under a new staff id. */
  hasIdentity: boolean;
  member: StaffMember | null;
}

/** Who a WeChat identity is. Two calls, one for a stranger. */
export async function knownAs(reader: Pick<Transaction, 'get'>, identityId: string): Promise<Known> {
  const identity = await reader.get(staffIdentities, identityId);
  if (!identity) return { hasIdentity: false, member: null };
  return { hasIdentity: true, member: await reader.get(staffMembers, identity.staffId) };
}

/** Under what a person was known before a new account: an approval that names one of these is his own. */
export const formerIdsOf = ({ member }: Known, applicantId: string): string[] => [
  ...new Set([applicantId, ...(member ? [member._id, ...member.formerIds] : [])]),
];

/** Adds a member and binds the identity to it. Two calls. */
export async function addMember(
  transaction: Transaction,
  identityId: string,
  known: Known,
  member: StaffMember,
): Promise<void> {
  await transaction.add(staffMembers, member);
  if (known.hasIdentity) await transaction.update(staffIdentities, identityId, { staffId: member._id });
  else await transaction.add(staffIdentities, { _id: identityId, staffId: member._id });
}
