import * as z from 'zod';
import type { PartnerClient } from './partner-client';

const dayAnswer = z.object({
  accepted: z.object({ count: z.int(), grams: z.int(), ticketsHash: z.string() }),
  nextAfter: z.string().nullable(),
});

/** What the product has credited for a Beijing day. */
export interface CreditedDay {
  count: number;
  grams: number;
}

/** Asks the product what stands for a day, page by page. */
export async function reconcileDay(client: PartnerClient, day: string): Promise<CreditedDay> {
  const sum: CreditedDay = { count: 0, grams: 0 };
  let after: string | null = '';
  while (after !== null) {
    const path: string = `/partner/v1/days/${day}${after === '' ? '' : `/${after}`}`;
    const page = dayAnswer.parse(await client.send('GET', path));
    sum.count += page.accepted.count;
    sum.grams += page.accepted.grams;
    after = page.nextAfter;
  }
  return sum;
}
