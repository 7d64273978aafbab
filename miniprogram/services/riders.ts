import type { ProcedureOutput } from '../../cloudfunctions/contract/procedures';
import { forgetCopies } from './offline-copy';
import { callOnce } from './rpc';

export type Session = ProcedureOutput<'riders.signIn'>;

let current: Promise<Session> | null = null;

/** Who is here and whether consent was given; asked once, then kept until it changes. Throws `ServiceError`. */
export function session(): Promise<Session> {
  if (current) return current;
  const asked = callOnce('riders.signIn', {});
  current = asked;
  // A failure is not kept: the next page asks again.
  asked.catch(() => {
    if (current === asked) current = null;
  });
  return asked;
}

/** Asks the server again, as after a pull to refresh. */
export function renewSession(): Promise<Session> {
  current = null;
  return session();
}

/** Agrees to the guideline that is in force, which `session` names. */
export async function giveConsent(): Promise<void> {
  const { consent } = await session();
  await callOnce('riders.giveConsent', { policyVersion: consent.policyVersion });
  current = null;
}

/** Withdraws consent, which unbinds every card, and forgets what the phone has stored. */
export async function withdrawConsent(): Promise<void> {
  await callOnce('riders.withdrawConsent', {});
  current = null;
  forgetCopies();
}
