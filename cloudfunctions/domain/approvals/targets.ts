import { Refusal } from '../../contract/errors';
import type { Platform, Transaction } from '../../platform';
import { approvalTargets } from './store';

/**
 * Makes the approval the one open one of its target: `PENDING_ALREADY` while there is another. The target's document is
 * read and written, so that of two requests at once one is refused. Two database calls.
 */
export async function takeTarget(
  transaction: Transaction,
  target: string,
  approvalId: string,
): Promise<void> {
  const taken = await transaction.get(approvalTargets, target);
  if (taken === null) return transaction.add(approvalTargets, { _id: target, approvalId });
  if (taken.approvalId !== null) throw new Refusal('PENDING_ALREADY', { approvalId: taken.approvalId });
  return transaction.update(approvalTargets, target, { approvalId });
}

/** Lets the next one be asked for. Two database calls, or one when it is not this approval's any more. */
export async function releaseTarget(
  transaction: Transaction,
  target: string,
  approvalId: string,
): Promise<void> {
  const taken = await transaction.get(approvalTargets, target);
  if (taken?.approvalId === approvalId)
    await transaction.update(approvalTargets, target, { approvalId: null });
}

/** The approval that is open for a target, null without one. One database call. */
export async function pendingApproval(platform: Platform, target: string): Promise<string | null> {
  return (await platform.database.get(approvalTargets, target))?.approvalId ?? null;
}
