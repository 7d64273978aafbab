import { riderTokens } from '../bindings';
import type { Job } from '../jobs';
import { creditWaitingRides } from './credit-waiting-rides';

const TOKENS_A_STEP = 20;

/**
 * Goes on with crediting waiting rides where the binding's own call ran out of time. A token that is done is not due
 * any more, so the job needs no cursor but the fact that there may be more.
 */
export const creditDueTokens: Job = {
  name: 'credit-due-tokens',
  everyMs: 5 * 60_000,
  async step(platform, { deadlineMs }) {
    const due = await platform.database.find(riderTokens, {
      where: { creditDueAtMs: { above: 0 } },
      orderBy: [['creditDueAtMs', 'asc']],
      limit: TOKENS_A_STEP,
      fields: ['_id'],
    });
    for (const token of due) {
      if (!(await creditWaitingRides(platform, token._id, deadlineMs))) return { cursor: 'more' };
    }
    return { cursor: due.length === TOKENS_A_STEP ? 'more' : null };
  },
};
