import { CURRENT_POLICY_VERSION } from '../../contract/riders';
import type { Consent, Deletion, Rider } from './store';

/** The consents that a rider's document keeps; each is some 90 bytes. */
const CONSENTS_KEPT = 100;

/** How long a rider has to think again. */
export const DELETION_GRACE_MS = 30 * 86_400_000;

/** Nothing new may be written about a rider whose account is being closed. */
export const isClosing = ({ deletion }: Pick<Rider, 'deletion'>): boolean =>
  (deletion?.begunAtMs ?? null) !== null;

export type DeletionView = Pick<Deletion, 'requestedAtMs' | 'dueAtMs'>;

/** What a rider is told of it. */
export function deletionView({ deletion }: Pick<Rider, 'deletion'>): DeletionView | null {
  if (!deletion) return null;
  return { requestedAtMs: deletion.requestedAtMs, dueAtMs: deletion.dueAtMs };
}

export const deletionFrom = (nowMs: number): Deletion => ({
  requestedAtMs: nowMs,
  dueAtMs: nowMs + DELETION_GRACE_MS,
  begunAtMs: null,
  cardsGoneAtMs: null,
});

/** Since when the rider has agreed to the current guideline, or null when not. */
export function consentSinceMs(rider: Pick<Rider, 'consents'>): number | null {
  const last = rider.consents.at(-1);
  if (!last || last.withdrawnAtMs !== null || last.policyVersion !== CURRENT_POLICY_VERSION) return null;
  return last.givenAtMs;
}

export interface ConsentView {
  policyVersion: string;
  given: boolean;
}

/** What a rider is told of the consent: which guideline is in force and whether it was agreed to. */
export const consentView = (given: boolean): ConsentView => ({
  policyVersion: CURRENT_POLICY_VERSION,
  given,
});

/** The consents after agreeing now to the current guideline. Later than any withdrawal, whatever the clocks say. */
export function withConsentGiven(rider: Rider, nowMs: number): Consent[] {
  const last = rider.consents.at(-1);
  const givenAtMs = Math.max(nowMs, (last?.withdrawnAtMs ?? last?.givenAtMs ?? 0) + 1);
  const given = { policyVersion: CURRENT_POLICY_VERSION, givenAtMs, withdrawnAtMs: null };
  return [...rider.consents, given].slice(-CONSENTS_KEPT);
}

/**
 * What changes when the rider withdraws now, or null when there is nothing to withdraw. Everything bound so far is due
 * to be unbound; servers' clocks differ, hence the larger of the two times.
 */
export function withdrawal(rider: Rider, nowMs: number): Pick<Rider, 'consents' | 'unbindDueUpToMs'> | null {
  const last = rider.consents.at(-1);
  if (!last || last.withdrawnAtMs !== null) return null;
  const withdrawnAtMs = Math.max(nowMs, last.givenAtMs, rider.lastBoundAtMs ?? 0);
  return {
    consents: [...rider.consents.slice(0, -1), { ...last, withdrawnAtMs }],
    unbindDueUpToMs: withdrawnAtMs,
  };
}
