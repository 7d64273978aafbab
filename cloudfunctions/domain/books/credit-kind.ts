import { Refusal } from '../../contract/errors';
import { type BooksCreditPayload, booksCreditPayload } from '../../contract/staff/payloads';
import type { Platform, Transaction } from '../../platform';
import type { ApprovalKind, EffectContext } from '../approvals';
import { addNotice } from '../inbox';
import { AccountBook, type EntryFacts, isClosed, manualCreditWithin, userAccount } from '../ledger';
import { currentParameters } from '../parameters';
import { agreeingSteps, DECIDE_WITHIN_MS } from './two-agree';

export const creditTarget = (uid: string): string => `rider:${uid}:credit`;

const factsOf = (
  platform: Platform,
  payload: BooksCreditPayload,
  { approvalId, nowMs }: EffectContext,
  parametersVersion: number,
): EntryFacts => ({
  key: `manual:${approvalId}`,
  requestHash: platform.keyedDigest('manual-credit', `${approvalId} ${payload.uid} ${payload.amount}`),
  reason: 'manual',
  reference: { type: 'approval', id: approvalId },
  commitment: null,
  parametersVersion,
  nowMs,
  answer: () => ({ credited: payload.amount }),
});

async function post(
  transaction: Transaction,
  platform: Platform,
  payload: BooksCreditPayload,
  context: EffectContext,
) {
  const { version, ledger } = await currentParameters(platform);
  const book = new AccountBook(transaction);
  const facts = factsOf(platform, payload, context, version);
  const account = userAccount(payload.uid);
  const entry = await manualCreditWithin(book, account, payload.amount, facts, { ...ledger, version });
  await book.close();
  return entry;
}

/** Bonus for a rider, who is told; two agree. The effect takes four database calls. `LOT_LIMIT`. */
export const booksCreditKind: ApprovalKind<BooksCreditPayload> = {
  kind: 'books.credit',
  shape: booksCreditPayload,
  title: ({ amount }) => `人工补发奖励积分 ${amount}`,
  steps: agreeingSteps,
  decideWithinMs: DECIDE_WITHIN_MS,
  target: ({ uid }) => creditTarget(uid),
  concerns: () => [],
  rider: ({ uid }) => uid,
  // What the rider does meanwhile does not matter, but that he is still there. Closing writes his account as well.
  base: async (reader, { uid }) => {
    if (await isClosed(reader, userAccount(uid))) throw new Refusal('OVERTAKEN', { reason: '会员已注销' });
    return 'open';
  },
  effect: async (transaction, platform, payload, context) => {
    const { uid, amount, occasion } = payload;
    const entry = await post(transaction, platform, payload, context);
    await addNotice(transaction, platform, {
      uid,
      template: 'manual-credit',
      parameters: { amount, occasion },
    });
    const { available } = entry.balanceAfter.bonus;
    return {
      target: `rider:${uid}`,
      before: { bonus: available - amount },
      after: { bonus: available, amount, occasion },
    };
  },
};
