import * as z from 'zod';
import type { Rider } from '../city/rider';
import { type PartnerClient, PartnerError } from '../operator/partner-client';
import { Phone } from './phone';

const signedIn = z.object({ consent: z.object({ policyVersion: z.string(), given: z.boolean() }) });
const code = z.object({ code: z.string() });

/** A code that was drawn before the demo was stopped may have run out when it goes on. */
const CODES = 3;

/**
 * A rider comes in as everybody does: signs in on the phone, agrees to the privacy guideline, draws a code, and the
 * operator binds the card with it. All of it may be repeated.
 */
export async function join(client: PartnerClient, { openid, riderToken }: Rider): Promise<void> {
  const phone = new Phone(client.url, openid);
  const { consent } = await phone.call(signedIn, 'riders.signIn', {}, `${openid}-sign-in`);
  if (!consent.given) {
    const { policyVersion } = consent;
    await phone.call(z.unknown(), 'riders.giveConsent', { policyVersion }, `${openid}-consent`);
  }
  for (let drawn = 1; ; drawn += 1) {
    const drew = await phone.call(code, 'bindings.createCode', {}, `${openid}-code-${drawn}`);
    try {
      await client.send('POST', '/partner/v1/bindings', { bindCode: drew.code, riderToken });
      return;
    } catch (error) {
      if (!isOldCode(error) || drawn === CODES) throw error;
    }
  }
}

/** An expired code is purged after a while, and then nobody knows it any more. */
const isOldCode = (error: unknown): boolean =>
  error instanceof PartnerError && ['CODE_EXPIRED', 'CODE_UNKNOWN'].includes(error.code);
