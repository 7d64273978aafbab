import * as z from 'zod';
import { type PartnerClient, PartnerError } from '../operator/partner-client';
import { Phone } from './phone';

const code = z.object({ code: z.string() });

/** A code that was drawn before the demo was stopped may have run out when it goes on. */
const CODES = 3;

/**
 * A rider who has agreed draws a code, and the partner binds the card with it. May be repeated while the code is good.
 * @param name tells this card's codes from those of the rider's other cards
 */
export async function bindCard(
  client: PartnerClient,
  { openid, riderToken }: { openid: string; riderToken: string },
  name: string,
): Promise<void> {
  const phone = new Phone(client.url, openid);
  for (let drawn = 1; ; drawn += 1) {
    const drew = await phone.call(code, 'bindings.createCode', {}, `${name}-code-${drawn}`);
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
