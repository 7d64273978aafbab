import { networkOf } from '../../../cloudfunctions/domain/network';
import { posterText } from '../../../cloudfunctions/domain/station-codes';
import { metroRide, PartnerClient } from '../../support/partner';
import type { Product } from '../../support/product';

/** When the pictures are taken, a Thursday evening; the phone's time stands still there. */
export const PICTURE_AT_MS = Date.parse('2026-11-12T19:30:00+08:00');

const CARD = 'card-8806';
const at = (time: string): number => Date.parse(`2026-${time}+08:00`);

interface Journey {
  from: string;
  to: string;
  leaving: string;
  minutes: number;
}

const toWork = { from: '布吉', to: '福田', minutes: 31 };
const home = { from: '福田', to: '布吉', minutes: 33 };

/** Waiting when the card is bound: two months, a day with one trip, a long trip. */
const before: Journey[] = [
  { ...toWork, leaving: '10-29T08:12' },
  { ...home, leaving: '10-29T18:40' },
  { from: '罗湖', to: '碧头', minutes: 92, leaving: '10-31T10:05' },
  { ...toWork, leaving: '11-09T08:10' },
];
/** Credited on the days themselves. */
const days: Journey[][] = [
  [
    { ...toWork, leaving: '11-11T08:14' },
    { from: '罗湖', to: '国贸', minutes: 4, leaving: '11-11T12:20' },
  ],
  [
    { ...toWork, leaving: '11-12T08:09' },
    { from: '福田', to: '世界之窗', minutes: 24, leaving: '11-12T18:31' },
  ],
];

/** Sets the clock to a minute before what happens, so that a slow machine stores the same minute. */
async function jump(product: Product, toMs: number): Promise<void> {
  const response = await product.http('/clock', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ nowMs: toMs }),
  });
  if (!response.ok) throw new Error(await response.text());
}

async function send(partner: PartnerClient, journeys: Journey[], name: string): Promise<void> {
  const rides = journeys.map(({ leaving, ...words }, index) =>
    metroRide({ ...words, ticketId: `${name}-${index}`, riderToken: CARD, fromMs: at(leaving) }),
  );
  const { accepted, pending } = await partner.rides(rides);
  if (accepted + pending !== rides.length) throw new Error(`not every ride of ${name} was taken`);
}

/** On the way by a ticket, twenty minutes before the pictures are taken. */
async function goIn(product: Product, openid: string): Promise<void> {
  await jump(product, at('11-12T19:12'));
  await product.data(openid, 'stationTrips.agree', {});
  const code = posterText(product.platform, 'shenzhen', { station: '布吉', edition: 1 });
  const { longitude, latitude } = networkOf('shenzhen')!.stations.find(({ name }) => name === '布吉')!;
  await product.data(openid, 'stationTrips.enter', { code, longitude, latitude, accuracyMetres: 20 });
}

/**
 * Somebody with two cards, two months of trips and one of them reversed, for pictures that are the same on every machine.
 * @returns the id of the latest trip
 */
export async function seedTraveller(product: Product, openid: string): Promise<string> {
  const partner = new PartnerClient(product);
  await jump(product, at('11-10T09:00'));
  await send(partner, before, 'before');
  await partner.riderWithCard(openid, CARD);
  await jump(product, at('11-10T12:00'));
  await partner.bindCard(openid, 'card-2714');
  for (const [index, journeys] of days.entries()) {
    await jump(product, at(`11-${11 + index}T19:10`));
    await send(partner, journeys, `day-${index}`);
  }
  await partner.post('reversals', { ticketId: 'day-0-1', reason: '重复计费' });
  await goIn(product, openid);
  await jump(product, PICTURE_AT_MS);
  const { trips } = await product.data(openid, 'rides.list', { limit: 1 });
  const [latest] = trips;
  if (latest === undefined) throw new Error('the trips did not come');
  return latest.tripId;
}
