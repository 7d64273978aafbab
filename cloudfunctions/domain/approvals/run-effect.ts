import { Refusal } from '../../contract/errors';
import { DatabaseError, isDatabaseError, type Platform, type Transaction } from '../../platform';
import { recordAudit, SYSTEM } from '../audit';
import type { ApprovalDesk } from './desk';
import { thawPayload } from './frozen-payload';
import type { EffectContext } from './kind';
import { ended } from './rules';
import { kindOf, saveApproval } from './save-approval';
import { type Approval, approvals } from './store';

/** Tries in all, when another effect wrote a document of the same id at the same moment. */
const TRIES = 3;

/**
 * Lets the effect of an approved approval happen, exactly once, however often and at however many places at once this is
 * called: effect, state `done` and audit entry are one transaction, which begins by reading that it is still due. Right
 * after the last decision; and by a job, for a function that was killed in between. Answers the approval as it is then;
 * `NOT_FOUND` without one. A `Refusal` of the effect leaves nothing of it and ends the approval as `failed`.
 *
 * Nine database calls and those of the kind's base and effect and of `tell`; three when it is not due.
 */
export async function runEffect(
  platform: Platform,
  desk: ApprovalDesk,
  approvalId: string,
): Promise<Approval> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await platform.database.transact(transaction =>
        carryOut(transaction, platform, desk, approvalId),
      );
    } catch (error) {
      if (error instanceof EffectRefused) return fail(platform, desk, approvalId, error.refusal);
      if (!(error instanceof DatabaseError)) throw error;
      // A commit whose answer was lost may have happened; and somebody else may have been first.
      const approval = await platform.database.get(approvals, approvalId);
      if (approval && approval.state !== 'approved') return approval;
      if (!isDatabaseError(error, 'duplicate') || tried === TRIES) throw error;
    }
  }
}

/** Told from other refusals: only what the effect says ends the approval. */
class EffectRefused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

async function carryOut(
  transaction: Transaction,
  platform: Platform,
  desk: ApprovalDesk,
  approvalId: string,
): Promise<Approval> {
  const approval = await transaction.get(approvals, approvalId);
  if (!approval) throw new Refusal('NOT_FOUND');
  if (approval.state !== 'approved') return approval;
  const context = contextOf(approval, platform.nowMs());
  const outcome = await effectOf(transaction, platform, desk, approval, context);
  const done = ended(approval, 'done', context.nowMs);
  await saveApproval(transaction, platform, desk, done);
  await recordEffect(transaction, platform, approval, context, { ...outcome, result: 'done', code: null });
  return done;
}

const contextOf = ({ _id, requesterId, steps }: Approval, nowMs: number): EffectContext => ({
  approvalId: _id,
  requesterId,
  deciderIds: steps.filter(step => step.state === 'approved').flatMap(({ deciderId }) => deciderId ?? []),
  nowMs,
});

async function effectOf(
  transaction: Transaction,
  platform: Platform,
  desk: ApprovalDesk,
  approval: Approval,
  context: EffectContext,
) {
  const kind = kindOf(desk, approval);
  try {
    const payload = thawPayload(kind, approval);
    if ((await kind.base(transaction, payload)) !== approval.base) throw new Refusal('OVERTAKEN');
    return await kind.effect(transaction, platform, payload, context);
  } catch (error) {
    throw error instanceof Refusal ? new EffectRefused(error) : error;
  }
}

/** In a transaction of its own, since the effect's is undone; only while the effect is still due. */
function fail(
  platform: Platform,
  desk: ApprovalDesk,
  approvalId: string,
  { code, details }: Refusal,
): Promise<Approval> {
  return platform.database.transact(async transaction => {
    const approval = await transaction.get(approvals, approvalId);
    if (!approval) throw new Refusal('NOT_FOUND');
    if (approval.state !== 'approved') return approval;
    const context = contextOf(approval, platform.nowMs());
    const failed = {
      ...ended(approval, 'failed', context.nowMs),
      failure: { code, reason: details.reason ?? null },
    };
    await saveApproval(transaction, platform, desk, failed);
    const nothing = { target: approval.target, before: null, after: null };
    await recordEffect(transaction, platform, approval, context, { ...nothing, result: 'denied', code });
    return failed;
  });
}

const recordEffect = (
  transaction: Transaction,
  platform: Platform,
  { _id, kind, reason }: Approval,
  { requesterId, deciderIds }: EffectContext,
  outcome: {
    target: string;
    before: unknown;
    after: unknown;
    result: 'done' | 'denied';
    code: Refusal['code'] | null;
  },
): Promise<void> =>
  recordAudit(transaction, platform, {
    ...outcome,
    key: `approvals.effect:${_id}`,
    actorId: SYSTEM,
    roles: [],
    action: kind,
    permission: null,
    reason,
    flags: [`approval:${_id}`, `requested-by:${requesterId}`, ...deciderIds.map(id => `approved-by:${id}`)],
  });
