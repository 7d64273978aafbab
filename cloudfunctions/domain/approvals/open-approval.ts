import { Refusal } from '../../contract/errors';
import type { Transaction } from '../../platform';
import type { Acting, Viewer } from './desk';
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

/** What only the requester may do with it: `FORBIDDEN` for others who see it. */
export async function openOwnApproval(
  reader: Pick<Transaction, 'get'>,
  approvalId: string,
  by: Acting,
  nowMs: number,
): Promise<Approval> {
  const approval = await openApproval(reader, approvalId, by, nowMs);
  if (approval.requesterId !== by.personId) throw new Refusal('FORBIDDEN');
  return approval;
}

/** `ALREADY_DECIDED` for one that is open no more. */
export function requirePending({ state }: Approval): void {
  if (state !== 'pending') throw new Refusal('ALREADY_DECIDED', { state });
}
