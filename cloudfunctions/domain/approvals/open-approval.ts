import { Refusal } from '../../contract/errors';
import type { Transaction } from '../../platform';
import type { Viewer } from './desk';
import { asOf, maySee } from './rules';
import { type Approval, approvals } from './store';

/** The approval as time has left it. `NOT_FOUND` for those whom it does not concern, as if there were none. */
export async function openApproval(
  reader: Pick<Transaction, 'get'>,
  approvalId: string,
  viewer: Viewer,
  nowMs: number,
): Promise<Approval> {
  const stored = await reader.get(approvals, approvalId);
  const approval = stored && asOf(stored, nowMs);
  if (!approval || !maySee(approval, viewer)) throw new Refusal('NOT_FOUND');
  return approval;
}
