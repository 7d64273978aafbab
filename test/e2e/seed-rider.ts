import { metroRide, PartnerClient } from '../support/partner';
import type { Product } from '../support/product';

const HOUR_MS = 3_600_000;

/** A rider with a card and one long trip, so that no page is empty. @returns the trip's id */
export async function seedRider(product: Product, openid: string): Promise<string> {
  const partner = new PartnerClient(product);
  const riderToken = `card-of-${openid}`;
  await partner.riderWithCard(openid, riderToken);
  const fromMs = product.cloud.nowMs() - 2 * HOUR_MS;
  // The card was bound just now, and rides of before are not counted unless they have waited for it.
  await partner.rides([metroRide({ ticketId: `ticket-of-${openid}`, riderToken, fromMs })]);
  const { trips } = await product.data(openid, 'rides.list', { limit: 1 });
  const [trip] = trips;
  if (trip === undefined) throw new Error('the trip did not come');
  return trip.tripId;
}
