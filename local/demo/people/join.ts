import * as z from 'zod';
import type { Rider } from '../city/rider';
import type { PartnerClient } from '../operator/partner-client';
import { bindCard } from './bind-card';
import { Phone } from './phone';

const signedIn = z.object({ consent: z.object({ policyVersion: z.string(), given: z.boolean() }) });

/**
 * A rider comes in as everybody does: signs in on the phone, agrees to the privacy guideline, draws a code, and the
 * operator binds the card with it. All of it may be repeated.
 */
export async function join(client: PartnerClient, rider: Rider): Promise<void> {
  const { openid } = rider;
  const phone = new Phone(client.url, openid);
  const { consent } = await phone.call(signedIn, 'riders.signIn', {}, `${openid}-sign-in`);
  if (!consent.given) {
    const { policyVersion } = consent;
    await phone.call(z.unknown(), 'riders.giveConsent', { policyVersion }, `${openid}-consent`);
  }
  await bindCard(client, rider, openid);
}
