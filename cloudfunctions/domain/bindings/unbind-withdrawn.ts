import type { Platform } from '../../platform';
import { recordUnbindingDone, unbindingDueUpToMs } from '../riders';
import { unbound } from './rules';
import { riderTokens } from './store';
import { tellPartner } from './unbound-cards';

const CARDS_A_ROUND = 100;

/**
 * Unbinds every card that a rider had when consent was withdrawn, each in a transaction of its own. It may be cut off
 * anywhere and run again, or at two places at once: the rider keeps the mark until all cards are done. Three database
 * calls and five a card; one when nothing is due.
 */
export async function unbindWithdrawn(platform: Platform, uid: string): Promise<void> {
  const upToMs = await unbindingDueUpToMs(platform, uid);
  if (upToMs === null) return;
  for (let left = CARDS_A_ROUND; left === CARDS_A_ROUND; ) {
    const tokens = await platform.database.find(riderTokens, {
      where: { uid, boundAtMs: { upTo: upToMs } },
      limit: CARDS_A_ROUND,
      fields: ['_id'],
    });
    for (const token of tokens) await unbindOne(platform, token._id, uid, upToMs);
    left = tokens.length;
  }
  await recordUnbindingDone(platform, uid, upToMs);
}

/** The card may have been unbound, or bound anew, since it was found. */
async function unbindOne(platform: Platform, tokenId: string, uid: string, upToMs: number): Promise<void> {
  await platform.database.transact(async transaction => {
    const token = await transaction.get(riderTokens, tokenId);
    if (token?.uid !== uid || token.boundAtMs === null || token.boundAtMs > upToMs) return;
    await transaction.update(riderTokens, tokenId, unbound(token, platform.nowMs()));
    await tellPartner(transaction, platform, token);
  });
}
