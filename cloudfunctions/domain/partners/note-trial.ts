import type { Platform } from '../../platform';
import { type PartnerTrial, trials } from './store';
import { stepsOf, triedRequest } from './trial-steps';

const REQUESTS_KEPT = 20;

export interface Tried {
  partnerId: string;
  /** `POST rides` */
  route: string;
  /** What he was answered, or the code of a refusal. */
  answer: object | string;
}

function withRequest(trial: PartnerTrial, tried: Tried, nowMs: number): PartnerTrial {
  const request = triedRequest(nowMs, tried.route, tried.answer);
  const passed = Object.fromEntries(stepsOf(request).map(step => [step, nowMs]));
  return {
    _id: trial._id,
    requests: [request, ...trial.requests].slice(0, REQUESTS_KEPT),
    passedAtMs: { ...passed, ...trial.passedAtMs },
  };
}

/**
 * Notes what a partner has tried in the sandbox, for people to see how far he is. Four database calls. A note that fails is
 * lost, and the request goes on.
 */
export async function noteTrial(platform: Platform, tried: Tried): Promise<void> {
  try {
    await platform.database.transact(async transaction => {
      const found = await transaction.get(trials, tried.partnerId);
      const before = found ?? { _id: tried.partnerId, requests: [], passedAtMs: {} };
      const { _id, ...fields } = withRequest(before, tried, platform.nowMs());
      if (found) await transaction.update(trials, _id, fields);
      else await transaction.add(trials, { _id, ...fields });
    });
  } catch (error) {
    platform.log('partners.trial-unnoted', { error: String(error) });
  }
}
