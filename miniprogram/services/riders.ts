import type { ProcedureInput, ProcedureOutput } from '../../cloudfunctions/contract/procedures';
import { forgetConsent, rememberConsent } from './consent-memory';
import { forgetCopies } from './offline-copy';
import { meetRider } from './rider-memory';
import { callOnce } from './rpc';

export type Session = ProcedureOutput<'riders.signIn'>;

let current: Promise<Session> | null = null;

/** Who is here and whether consent was given; asked once, then kept until it changes. Throws `ServiceError`. */
export function session(): Promise<Session> {
  if (current) return current;
  const asked = callOnce('riders.signIn', {});
  current = asked;
  asked.then(
    ({ uid, consent }) => {
      meetRider(uid);
      if (current === asked) rememberConsent(consent.given);
    },
    // A failure is not kept: the next page asks again.
    () => {
      if (current === asked) current = null;
    },
  );
  return asked;
}

/** Asks the server again, as after a pull to refresh. */
export function renewSession(): Promise<Session> {
  current = null;
  return session();
}

/** Agrees to the guideline of that version, which must be the one that was shown; the server refuses an older one. */
export async function giveConsent(policyVersion: string): Promise<void> {
  await callOnce('riders.giveConsent', { policyVersion });
  current = null;
  forgetConsent();
}

/** Withdraws consent, which unbinds every card, and forgets what the phone has stored. */
export async function withdrawConsent(): Promise<void> {
  await callOnce('riders.withdrawConsent', {});
  current = null;
  forgetConsent();
  forgetCopies();
}

/**
 * Counts how far a newcomer comes. Without consent nothing is sent; a failure is nobody's business but ours, and must
 * not stand in a newcomer's way.
 */
export async function recordOnboarding(mark: ProcedureInput<'riders.recordOnboarding'>): Promise<void> {
  try {
    const { consent } = await session();
    if (consent.given) await callOnce('riders.recordOnboarding', mark);
  } catch {
    // One mark fewer.
  }
}
