import { Refusal } from '../../contract/errors';
import type { Platform, Transaction } from '../../platform';
import { involvedIn } from './rules';
import { type Approval, approvals, type StepRecord } from './store';

const MOST_OPEN = 1_000;

/**
 * Ids of open approvals that somebody has to hand over before leaving: asked for by him, or with a step that only he may
 * decide. Two database calls.
 */
export async function openApprovalsOf(platform: Platform, personId: string): Promise<string[]> {
  const read = (where: Record<string, string>) =>
    platform.database.find(approvals, {
      where: { ...where, state: 'pending' },
      orderBy: [['timeline', 'asc']],
      limit: MOST_OPEN,
    });
  const [asked, named] = await Promise.all([
    read({ requesterId: personId }),
    read({ 'steps.personId': personId }),
  ]);
  const isNamed = ({ steps }: Approval) =>
    steps.some(step => step.personId === personId && step.deciderId === null);
  return [...new Set([...asked, ...named.filter(isNamed)].map(({ _id }) => _id))];
}

/**
 * Gives one open approval from somebody who leaves to a successor: the request, and the steps that only he may decide.
 * Who hands over stays involved and does not decide it. `OWN_REQUEST` when the successor is involved already. One
 * that has ended meanwhile, or is not his, is left as it is. One database call, or two; the caller writes the audit entry.
 */
export async function handOverApproval(
  transaction: Transaction,
  approvalId: string,
  { fromId, toId }: { fromId: string; toId: string },
): Promise<void> {
  const approval = await transaction.get(approvals, approvalId);
  if (approval?.state !== 'pending') return;
  const isRequest = approval.requesterId === fromId;
  const isHis = (step: StepRecord) => step.personId === fromId && step.deciderId === null;
  if (!isRequest && !approval.steps.some(isHis)) return;
  if (involvedIn(approval).includes(toId)) throw new Refusal('OWN_REQUEST', { approvalId });
  const steps = approval.steps.map(step => (isHis(step) ? { ...step, personId: toId } : step));
  await transaction.update(approvals, approvalId, {
    requesterId: isRequest ? toId : approval.requesterId,
    concerns: isRequest ? [...approval.concerns, fromId] : approval.concerns,
    steps,
    openFor: approval.openFor === `person:${fromId}` ? `person:${toId}` : approval.openFor,
  });
}
