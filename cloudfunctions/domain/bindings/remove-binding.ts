import { Refusal } from '../../contract/errors';
import type { Platform } from '../../platform';
import { answerOnce, type RequestKey } from '../answers';
import { unbound } from './rules';
import { riderTokens } from './store';
import { tellPartner } from './unbound-cards';

/**
 * A rider unbinds one of their cards; later rides of it wait for whoever binds it next. `NOT_FOUND` when it is not
 * theirs, be it somebody else's or nobody's. The partner finds it in his feed. Six database calls.
 */
export async function removeBinding(
  platform: Platform,
  { uid, bindingId, request }: { uid: string; bindingId: string; request: RequestKey },
): Promise<Record<string, never>> {
  return answerOnce(platform, request, async transaction => {
    const token = await transaction.get(riderTokens, bindingId);
    if (token?.uid !== uid) throw new Refusal('NOT_FOUND', { field: 'bindingId' });
    await transaction.update(riderTokens, bindingId, unbound(token, platform.nowMs()));
    await tellPartner(transaction, platform, token);
    return {};
  });
}
