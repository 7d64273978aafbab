import { Refusal } from '../../contract/errors';
import type { Platform } from '../../platform';
import { addNotice } from '../inbox';
import { unbound } from './rules';
import { riderTokens } from './store';
import { type TokenReference, tokenIdOf } from './token';

/**
 * A partner takes one of its tokens from its rider, who is told. Already unbound is fine: a repeat has no further
 * effect. `NOT_FOUND` for a token that was never seen. Five database calls, three when there is nothing to do.
 */
export async function unbindToken(platform: Platform, reference: TokenReference): Promise<{ unbound: true }> {
  const tokenId = tokenIdOf(platform, reference);
  return platform.database.transact(async transaction => {
    const token = await transaction.get(riderTokens, tokenId);
    if (!token) throw new Refusal('NOT_FOUND');
    if (token.uid === null) return { unbound: true };
    await transaction.update(riderTokens, tokenId, unbound(token, platform.nowMs()));
    await addNotice(transaction, platform, {
      uid: token.uid,
      template: 'card-unbound-by-partner',
      parameters: { partnerId: token.partnerId, label: token.label },
    });
    return { unbound: true };
  });
}
