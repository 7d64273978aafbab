import * as z from 'zod';
import type { Rider } from '../city/rider';
import { Phone } from './phone';

const cards = z.object({ bindings: z.array(z.object({ bindingId: z.string() })) });

/** A rider takes every card out of the mini-program. */
export async function depart(url: string, { openid }: Rider): Promise<void> {
  const phone = new Phone(url, openid);
  const { bindings } = await phone.call(cards, 'bindings.list', {});
  for (const { bindingId } of bindings) {
    // One request id a card, so that a repeat of this step cannot take out a card that was bound again since.
    const requestId = `${openid}-leave`.slice(0, 64);
    await phone.call(z.unknown(), 'bindings.remove', { bindingId }, requestId);
  }
}
