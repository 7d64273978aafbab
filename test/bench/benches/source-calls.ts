import type { Bench, Measurement } from '../bench';
import { ProductEndpoint } from '../processes/product-endpoint';
import { EarningRider } from '../product/earning-rider';
import type { ChosenFunctions } from '../product/functions-folder';
import { ridesOfDay } from '../product/metro-rides';
import { PartnerFeed } from '../product/partner-feed';
import type { Scan } from '../programs/posters';

const MINUTE_MS = 60_000;
const functions: ChosenFunctions = {
  built: ['api', 'official-account', 'partner'],
  own: ['posters', 'tokens'],
};

/** What each needed when this was written: more is looked at before it is taken. */
const most = {
  'bike-track/begin': 9,
  'bike-track/append': 9,
  'bike-track/finish': 33,
  'bike-track/declare-elsewhere': 19,
  'bike-track/revoke': 20,
  'station-code/enter': 11,
  'station-code/exit': 22,
  'steps/sync': 16,
  'self-report/upload': 10,
  'self-report/submit': 29,
  'plan/keep': 11,
  'plan/check': 6,
  'signed-ride/batch': 18,
  'signed-ride/next-batch': 13,
  'signed-ride/declare-elsewhere': 19,
  'signed-ride/revoke': 18,
  'ownTrips.list': 4,
  'schemes.list': 4,
  'subscriptions.read': 4,
} as const;
type Verb = keyof typeof most;

/** Measures one call of a function after the other. */
class Meter {
  readonly measured: Measurement[] = [];

  constructor(readonly product: ProductEndpoint) {}

  /** What a process keeps for a minute is old by then, and its rate windows have to be opened: the dearest of its kind. */
  async count<Result>(verb: Verb, work: () => Promise<Result>): Promise<Result> {
    await this.product.advanceClock(MINUTE_MS);
    return this.countAtOnce(verb, work);
  }

  /** As a process that has just done the like needs it. */
  async countAtOnce<Result>(verb: Verb, work: () => Promise<Result>): Promise<Result> {
    const result = await work();
    // WeChat's word on a picture may come at any time.
    const call = (await this.product.lastCalls(9)).find(one => one.function !== 'official-account');
    const goal = { atMost: most[verb] };
    this.measured.push({ name: `source-calls/${verb}`, unit: 'calls', value: call!.databaseCalls, goal });
    return result;
  }
}

async function ofTrack(meter: Meter, rider: EarningRider): Promise<void> {
  const { open } = await meter.count('bike-track/begin', () => rider.call('tracks.begin', {}));
  const { trackId, begunAtMs } = open;
  await rider.product.advanceClock(12 * MINUTE_MS);
  const points = rider.readingsSince(begunAtMs);
  await meter.count('bike-track/append', () => rider.call('tracks.append', { trackId, number: 0, points }));
  await meter.count('bike-track/finish', () => rider.call('tracks.finish', { trackId, segments: 1 }));
}

async function ofStations(meter: Meter, rider: EarningRider): Promise<void> {
  const [entry, exit] = await rider.product.call<Scan[]>('posters', { stations: ['布吉', '福田'] });
  await meter.count('station-code/enter', () => rider.call('stationTrips.enter', entry!));
  await rider.product.advanceClock(35 * MINUTE_MS);
  await meter.count('station-code/exit', () => rider.call('stationTrips.exit', exit!));
}

async function ofSteps(meter: Meter, rider: EarningRider): Promise<void> {
  const first = await rider.tellSteps(3_000);
  await rider.call('steps.sync', { cloudId: first });
  const again = await rider.tellSteps(8_000);
  await meter.count('steps/sync', () => rider.call('steps.sync', { cloudId: again }));
}

async function ofReport(meter: Meter, rider: EarningRider): Promise<void> {
  const picture = await meter.count('self-report/upload', () => rider.pictureSent());
  await meter.count('self-report/submit', () => rider.call('reports.submit', picture));
}

async function ofPlan(meter: Meter, rider: EarningRider): Promise<void> {
  const trip = { from: { station: '罗湖' }, to: { station: '国贸' }, mode: 'metro' };
  const { plan } = await meter.count('plan/keep', () => rider.call('plans.keep', trip));
  await meter.count('plan/check', () => rider.call('plans.check', { planId: plan.planId }));
}

async function ofSigned(meter: Meter, rider: EarningRider, feed: PartnerFeed, uid: string): Promise<void> {
  const rides = ridesOfDay({ riderToken: uid, daysAgo: 1, rides: 1 }, feed.openedAtMs);
  await meter.count('signed-ride/batch', () => feed.send(rides));
  const earlier = ridesOfDay({ riderToken: uid, daysAgo: 2, rides: 1 }, feed.openedAtMs);
  await meter.countAtOnce('signed-ride/next-batch', () => feed.send(earlier));
  const { trips } = await rider.call('rides.list', {});
  await ofSchemes(meter, rider, 'signed-ride', trips[0]!.tripId);
}

async function ofSchemes(
  meter: Meter,
  rider: EarningRider,
  name: 'bike-track' | 'signed-ride',
  tripId: string,
): Promise<void> {
  const declared = { tripId, scheme: 'ant-forest' } as const;
  await meter.count(`${name}/declare-elsewhere`, () => rider.call('schemes.declare', declared));
  await meter.count(`${name}/revoke`, () => rider.call('schemes.revoke', { tripId }));
}

async function ofReadings(meter: Meter, rider: EarningRider): Promise<void> {
  const readings = ['ownTrips.list', 'schemes.list', 'subscriptions.read'] as const;
  for (const procedure of readings) await meter.count(procedure, () => rider.call(procedure, {}));
}

async function measure(product: ProductEndpoint): Promise<Measurement[]> {
  const [meter, rider, feed] = [
    new Meter(product),
    new EarningRider(product),
    await PartnerFeed.open(product),
  ];
  const uid = await rider.begin();
  // The documents that `tokens` writes name the card's rider by the card.
  await feed.bindCards([uid]);
  // WeChat's word on the picture is signed with its time, so the clock must not run away from it.
  await ofReport(meter, rider);
  await ofSteps(meter, rider);
  await ofPlan(meter, rider);
  await ofTrack(meter, rider);
  const { trips } = await rider.call('ownTrips.list', {});
  await ofSchemes(meter, rider, 'bike-track', trips[0]!.ownTripId);
  await ofStations(meter, rider);
  await ofSigned(meter, rider, feed, uid);
  await ofReadings(meter, rider);
  return meter.measured;
}

/** Calls as the endpoint counts them for one call of a function of the product, by the way of earning that it belongs to. */
export const sourceCalls: Bench = {
  name: 'source-calls',
  purpose: 'database calls of every way of earning',
  run: context => ProductEndpoint.during(context, measure, functions),
};
