import { Refusal } from '../../contract/errors';
import { type BooksResumePayload, booksResumePayload } from '../../contract/staff/payloads';
import type { ApprovalKind } from '../approvals';
import { payingOutWithin, setPayingOutWithin } from '../ledger';
import { requireSolved } from './require-solved';
import { agreeingSteps, DECIDE_WITHIN_MS } from './two-agree';

export const RESUME_TARGET = 'paying-out';

/** Lets riders spend again; two agree. Every process knows within a minute. The effect takes seven database calls. */
export const booksResumeKind: ApprovalKind<BooksResumePayload> = {
  kind: 'books.resume',
  shape: booksResumePayload,
  title: () => '恢复使用积分',
  steps: agreeingSteps,
  decideWithinMs: DECIDE_WITHIN_MS,
  target: () => RESUME_TARGET,
  concerns: () => [],
  // What was stopped again meanwhile, was so for a reason that nobody has read.
  base: async (reader, { sinceMs }) => {
    const state = await payingOutWithin(reader);
    if (state.payingOut || state.sinceMs !== sinceMs)
      throw new Refusal('OVERTAKEN', { reason: '停用的情况已变化' });
    return String(sinceMs);
  },
  effect: async (transaction, platform, { sinceMs }) => {
    // What was found after it was asked for: a count is no document, so it is read beside the transaction.
    await requireSolved(platform);
    await setPayingOutWithin(transaction, platform, true, null);
    return {
      target: 'account:paying-out',
      before: { isPaying: false, sinceMs },
      after: { isPaying: true },
    };
  },
};
