import { Refusal } from '../../../contract/errors';
import { type PoolsRetirementPayload, poolsRetirementPayload } from '../../../contract/staff/payloads';
import type { Platform, Transaction } from '../../../platform';
import type { ApprovalKind, EffectContext } from '../../approvals';
import { agreeingSteps, DECIDE_WITHIN_MS, thousands } from '../../books';
import { AccountBook, payingOutWithin, readPoolWithin, retireWithin } from '../../ledger';
import { currentParameters } from '../../parameters';

export const poolTarget = (origin: string): string => `pool:${origin}`;

async function post(
  transaction: Transaction,
  platform: Platform,
  payload: PoolsRetirementPayload,
  { approvalId, nowMs }: EffectContext,
): Promise<void> {
  const { origin, amount, beneficiary, purpose } = payload;
  const { version: parametersVersion } = await currentParameters(platform);
  const book = new AccountBook(transaction);
  const request = JSON.stringify([approvalId, origin, amount, beneficiary, purpose]);
  await retireWithin(
    book,
    { origin, amount },
    {
      key: `retired:${approvalId}`,
      requestHash: platform.keyedDigest('retirement', request),
      reference: { type: 'certificate', id: approvalId },
      commitment: null,
      parametersVersion,
      nowMs,
      answer: () => ({ beneficiary, purpose }),
    },
  );
  await book.close();
}

/**
 * Takes grams of a pool out of the world; two agree. The effect takes seven database calls. `OVERTAKEN` when other
 * numbers would leave the pool than those that were read, `PAYING_OUT_STOPPED`.
 */
export const poolsRetirementKind: ApprovalKind<PoolsRetirementPayload> = {
  kind: 'pools.retirement',
  shape: poolsRetirementPayload,
  title: ({ amount, beneficiary }) => `注销 ${thousands(amount)} 克减排：${beneficiary}`,
  steps: agreeingSteps,
  decideWithinMs: DECIDE_WITHIN_MS,
  target: ({ origin }) => poolTarget(origin),
  concerns: () => [],
  // What comes in meanwhile is numbered after these; what leaves would take them.
  base: async (reader, { origin, leftBefore }) => {
    const left = (await readPoolWithin(reader, origin))?.left;
    if (left !== leftBefore) throw new Refusal('OVERTAKEN', { reason: '碳池已有其他克数离开，编号变了' });
    return String(left);
  },
  effect: async (transaction, platform, payload, context) => {
    const { payingOut, sinceMs } = await payingOutWithin(transaction);
    if (!payingOut) throw new Refusal('PAYING_OUT_STOPPED', { sinceMs });
    await post(transaction, platform, payload, context);
    const { origin, amount, beneficiary, purpose, leftBefore } = payload;
    return {
      target: poolTarget(origin),
      before: { left: leftBefore },
      after: { left: leftBefore + amount, amount, beneficiary, purpose },
    };
  },
};
