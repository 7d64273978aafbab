import { Refusal } from '../../contract/errors';
import { CURRENT_POLICY_VERSION } from '../../contract/riders';
import type { Platform } from '../../platform';
import { answerOnce, type RequestKey } from '../answers';
import { type ConsentView, consentSinceMs, consentView, isClosing, withConsentGiven } from './rules';
import { riders } from './store';

/**
 * The rider agrees to the current privacy guideline. `INVALID_INPUT` for any other version: the text that was shown is
 * not the one in force. Five database calls, four when already given.
 */
export async function giveConsent(
  platform: Platform,
  { uid, policyVersion, request }: { uid: string; policyVersion: string; request: RequestKey },
): Promise<{ consent: ConsentView }> {
  if (policyVersion !== CURRENT_POLICY_VERSION) {
    throw new Refusal('INVALID_INPUT', {
      field: 'policyVersion',
      reason: '隐私保护指引已更新，请阅读最新版本',
    });
  }
  return answerOnce(platform, request, async transaction => {
    const rider = await transaction.get(riders, uid);
    if (!rider || isClosing(rider)) throw new Refusal('NOT_SIGNED_IN');
    if (consentSinceMs(rider) === null) {
      await transaction.update(riders, uid, { consents: withConsentGiven(rider, platform.nowMs()) });
    }
    return { consent: consentView(true) };
  });
}
