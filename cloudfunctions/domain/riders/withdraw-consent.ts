import { Refusal } from '../../contract/errors';
import type { Platform } from '../../platform';
import { answerOnce, type RequestKey } from '../answers';
import { type ConsentView, consentView, withdrawal } from './rules';
import { riders } from './store';

/**
 * The rider withdraws consent: from the commit on nothing that needs it is allowed, and every card bound so far is due
 * to be unbound (`unbindDueUpToMs`), which `bindings` does card by card. Five database calls, four when there is
 * nothing to withdraw. `NOT_SIGNED_IN` when there is no such rider.
 */
export async function withdrawConsent(
  platform: Platform,
  { uid, request }: { uid: string; request: RequestKey },
): Promise<{ consent: ConsentView }> {
  return answerOnce(platform, request, async transaction => {
    const rider = await transaction.get(riders, uid);
    if (!rider) throw new Refusal('NOT_SIGNED_IN');
    const change = withdrawal(rider, platform.nowMs());
    if (change) await transaction.update(riders, uid, change);
    return { consent: consentView(false) };
  });
}
