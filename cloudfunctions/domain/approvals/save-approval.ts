import type { Platform, Transaction } from '../../platform';
import type { ApprovalDesk } from './desk';
import { thawPayload } from './frozen-payload';
import type { ApprovalKind, Ending } from './kind';
import { type Approval, type ApprovalState, approvals } from './store';
import { releaseTarget } from './targets';

const endings: readonly ApprovalState[] = ['denied', 'expired', 'withdrawn', 'failed'] satisfies Ending[];
const isEnding = (state: ApprovalState): state is Ending => endings.includes(state);

/** Kinds are registered by the release; one that is gone is a mistake of the release, and nothing is decided by it. */
export function kindOf(desk: ApprovalDesk, { kind: name }: Approval): ApprovalKind<unknown> {
  const kind = desk.kinds.get(name);
  if (!kind) throw new Error(`There is no approval kind ${name}.`);
  return kind;
}

/**
 * Writes what became of an approval. When it has ended, its target is free again, its kind is told unless the effect has
 * happened, and its requester is. One database call, or three and those of the kind and of `tell`.
 */
export async function saveApproval(
  transaction: Transaction,
  platform: Platform,
  desk: ApprovalDesk,
  approval: Approval,
): Promise<void> {
  const { _id, ...fields } = approval;
  await transaction.update(approvals, _id, fields);
  const { state, target, title, requesterId } = approval;
  if (state !== 'done' && !isEnding(state)) return;
  await releaseTarget(transaction, target, _id);
  if (isEnding(state)) await tellKind(transaction, platform, desk, approval, state);
  if (state === 'withdrawn') return;
  const kind = state === 'expired' ? 'expired' : 'decided';
  const told = `${outcomes[state]}：${title}`;
  await desk.tell(transaction, platform, requesterId, { kind, title: told, approvalId: _id });
}

/** What the requester is told first. */
const outcomes = { done: '已同意', denied: '未同意', expired: '超时未决', failed: '未能执行' } as const;

/** A payload that can no longer be read cannot be told of either; the approval ends all the same. */
async function tellKind(
  transaction: Transaction,
  platform: Platform,
  desk: ApprovalDesk,
  approval: Approval,
  state: Ending,
): Promise<void> {
  const kind = kindOf(desk, approval);
  if (!kind.ended) return;
  let payload: unknown;
  try {
    payload = thawPayload(kind, approval);
  } catch {
    platform.log('approvals.unreadable', { approvalId: approval._id, kind: approval.kind });
    return;
  }
  await kind.ended(transaction, platform, payload, state);
}
