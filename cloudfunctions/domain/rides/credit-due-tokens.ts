import type { Platform } from '../../platform';
import { riderTokens } from '../bindings';
import type { Job } from '../jobs';
import { creditWaitingRides } from './credit-waiting-rides';

const TOKENS_A_STEP = 20;

/** False when time was up. A token that cannot be credited stays due for the next run and holds up nobody else. */
async function creditToken(platform: Platform, tokenId: string, deadlineMs: number): Promise<boolean> {
  try {
    return await creditWaitingRides(platform, tokenId, deadlineMs);
  } catch (error) {
    platform.log('rides.credit-failed', { tokenId, error: String(error) });
    return true;
  }
}

/**
 * Goes on with crediting waiting rides where the binding's own call ran out of time. The cursor is the time since
 * which the last token handled was due; of several due at the very same time some may be left for the next run.
 */
export const creditDueTokens: Job = {
  name: 'credit-due-tokens',
  everyMs: 5 * 60_000,
  async step(platform, { cursor, deadlineMs }) {
    let handledUpTo = cursor ?? '0';
    const due = await platform.database.find(riderTokens, {
      where: { creditDueAtMs: { above: Number(handledUpTo) } },
      orderBy: [['creditDueAtMs', 'asc']],
      limit: TOKENS_A_STEP,
      fields: ['creditDueAtMs'],
    });
    for (const token of due) {
      if (!(await creditToken(platform, token._id, deadlineMs))) return { cursor: handledUpTo };
      handledUpTo = String(token.creditDueAtMs);
    }
    return { cursor: due.length === TOKENS_A_STEP ? handledUpTo : null };
  },
};
