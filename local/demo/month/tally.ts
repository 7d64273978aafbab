import * as z from 'zod';
import type { Delivery } from '../operator/deliver-rides';

/** Sums of the product's answers so far. */
export const tallyShape = z.strictObject({
  sent: z.int(),
  accepted: z.int(),
  duplicate: z.int(),
  pending: z.int(),
  /** By code. */
  rejected: z.record(z.string(), z.int()),
});

export type Tally = z.infer<typeof tallyShape>;

export const emptyTally = (): Tally => ({ sent: 0, accepted: 0, duplicate: 0, pending: 0, rejected: {} });

export function addDelivery(tally: Tally, sent: number, delivery: Delivery): void {
  tally.sent += sent;
  tally.accepted += delivery.accepted;
  tally.duplicate += delivery.duplicate;
  tally.pending += delivery.pending;
  for (const { code } of delivery.rejected) tally.rejected[code] = (tally.rejected[code] ?? 0) + 1;
}
