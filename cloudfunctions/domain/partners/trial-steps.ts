import type { TrialStep, TriedRequest } from './store';

export const allSteps: readonly TrialStep[] = ['signed', 'batch', 'refusal', 'card', 'reversal', 'day'];

/** More rejections than anybody reads. */
const CODES_KEPT = 10;

interface RidesLike {
  accepted: number;
  rejected: { code: string }[];
}

const isRides = (answer: object): answer is RidesLike =>
  'accepted' in answer && typeof answer.accepted === 'number' && 'rejected' in answer;

/** A request as it is kept: nothing of its body, only what became of it. */
export function triedRequest(atMs: number, route: string, answer: object | string): TriedRequest {
  if (typeof answer === 'string') return { atMs, route, outcome: answer, accepted: null, rejected: [] };
  if (!isRides(answer)) return { atMs, route, outcome: 'ok', accepted: null, rejected: [] };
  const rejected = [...new Set(answer.rejected.map(({ code }) => code))].slice(0, CODES_KEPT);
  return { atMs, route, outcome: 'ok', accepted: answer.accepted, rejected };
}

/** The steps that a request has come through. Every request that is noted was signed well. */
export function stepsOf({ route, outcome, accepted, rejected }: TriedRequest): TrialStep[] {
  const isOk = outcome === 'ok';
  const isBatch = isOk && route === 'POST rides';
  const steps: Readonly<Record<TrialStep, boolean>> = {
    signed: true,
    batch: isBatch && (accepted ?? 0) > 0 && rejected.length === 0,
    refusal: isBatch && rejected.length > 0,
    card: isOk && route === 'POST bindings',
    reversal: isOk && route === 'POST reversals',
    day: isOk && route.endsWith(' days'),
  };
  return allSteps.filter(step => steps[step]);
}
