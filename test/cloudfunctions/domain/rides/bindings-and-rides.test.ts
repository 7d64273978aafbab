import type { PartnerRide, RidesAnswer } from '../../../../cloudfunctions/contract/partner';
import { bindToken, riderTokens, tokenIdOf, unbindToken } from '../../../../cloudfunctions/domain/bindings';
import { creditWaitingRides, recordRides, type Trip } from '../../../../cloudfunctions/domain/rides';
import { collectionOf, type Platform } from '../../../../cloudfunctions/platform';
import { problemsOf, readAll, readBooks } from '../../../support/audit-rides';
import { PartnerClient, SHORT_RIDE_GRAMS, shortRide, untilSettled } from '../../../support/partner';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const ROUNDS = process.env.SOAK ? 200 : 3;
const tripsCollection = collectionOf<Trip>('trips');
const partnerId = 'bawei';

let product: Product;
let partner: PartnerClient;
let platform: Platform;
let nowMs: number;
beforeAll(async () => {
  product = await startProduct();
  partner = new PartnerClient(product);
  platform = product.platform;
}, START_TIMEOUT_MS);
beforeEach(() => {
  nowMs = product.cloud.nowMs();
});
afterAll(async () => {
  if (product) expect(problemsOf(await readBooks(platform))).toEqual([]);
  await product?.stop();
});

let people = 0;
async function newRider(): Promise<string> {
  people += 1;
  await product.signedInRider(`o-rider-${people}`, { consent: true });
  return `o-rider-${people}`;
}
const newCard = (): string => {
  people += 1;
  return `card-${people}`;
};
const newCode = async (openid: string): Promise<string> =>
  (await product.data(openid, 'bindings.createCode', {})).code;

const send = (all: PartnerRide[]): Promise<RidesAnswer> =>
  untilSettled(
    rides =>
      recordRides(platform, {
        partner: { partnerId, city: 'shenzhen', modes: ['metro'] },
        rides,
        deadlineMs: product.cloud.nowMs() + MINUTE_MS,
      }),
    all,
  );

/** Rides of a card, half an hour apart, the latest an hour ago. */
const ridesOf = (riderToken: string, count: number, name = 'ride'): PartnerRide[] =>
  Array.from({ length: count }, (_, at) =>
    shortRide(`${name} ${riderToken} ${at}`, riderToken, nowMs - HOUR_MS - at * 30 * MINUTE_MS),
  );

/** Binds without crediting what waits, as when the function is cut off in between. */
const bindOnly = async (openid: string, riderToken: string): Promise<string> =>
  (await bindToken(platform, { partnerId, bindCode: await newCode(openid), riderToken })).tokenId;
const unbind = (riderToken: string) => unbindToken(platform, { partnerId, riderToken });
const creditAll = (tokenId: string): Promise<boolean> =>
  creditWaitingRides(platform, tokenId, product.cloud.nowMs() + MINUTE_MS);

const creditsOf = async (openid: string): Promise<number> =>
  (await product.data(openid, 'ledger.balance', {})).balance.carbon.available;
const tripsOf = async (openid: string) => (await product.data(openid, 'rides.list', { limit: 50 })).trips;
const tripsOfCard = (riderToken: string): Promise<Trip[]> =>
  readAll(platform, tripsCollection, { tokenId: tokenIdOf(platform, { partnerId, riderToken }) });
const tokenOf = (riderToken: string) =>
  platform.database.get(riderTokens, tokenIdOf(platform, { partnerId, riderToken }));

describe('rides of a card that nobody has bound', () => {
  test('wait, are told as waiting again, and are credited when it is bound', async () => {
    const [card, openid] = [newCard(), await newRider()];
    const rides = ridesOf(card, 3);
    expect(await partner.rides(rides)).toMatchObject({ accepted: 0, pending: 3 });
    expect(await partner.rides(rides)).toMatchObject({ accepted: 0, duplicate: 0, pending: 3 });
    expect(await tripsOf(openid)).toEqual([]);
    await partner.bindCard(openid, card);
    expect(await creditsOf(openid)).toBe(3 * SHORT_RIDE_GRAMS);
    expect(await partner.rides(rides)).toMatchObject({ duplicate: 3, pending: 0 });
    expect(await tokenOf(card)).toMatchObject({ waiting: false, creditDueAtMs: null });
  });

  test('are refused one by one where they overlap, with the reason shown to the rider', async () => {
    const [card, openid] = [newCard(), await newRider()];
    const first = shortRide(`over ${card} 1`, card, nowMs - HOUR_MS);
    const sharing = shortRide(`over ${card} 2`, card, nowMs - HOUR_MS + MINUTE_MS);
    expect(await send([sharing, first])).toMatchObject({ pending: 2 });
    await partner.bindCard(openid, card);
    expect(await tripsOf(openid)).toMatchObject([
      { state: 'refused', refusal: '与该用户的另一行程时间重叠', entryKey: null },
      { state: 'credited', refusal: null },
    ]);
    expect(await send([sharing])).toMatchObject({ duplicate: 1 });
  });

  test('that began before its last unbinding are nobody’s: not credited, and not shown to the next rider', async () => {
    const [card, ann, bob] = [newCard(), await newRider(), await newRider()];
    const rides = ridesOf(card, 2);
    await send(rides);
    await bindOnly(ann, card);
    await unbind(card);
    const tokenId = await bindOnly(bob, card);
    expect(await creditAll(tokenId)).toBe(true);
    // Nobody could have it forgotten later, so where and when it was is forgotten at once; the tickets stay known.
    expect(await tripsOfCard(card)).toEqual([]);
    expect(await partner.rides(rides)).toMatchObject({ accepted: 0, duplicate: 2 });
    expect([await tripsOf(ann), await tripsOf(bob)]).toEqual([[], []]);
    expect([await creditsOf(ann), await creditsOf(bob)]).toEqual([0, 0]);
  });
});

describe('many waiting rides', () => {
  test('are credited in steps by the call that binds their card', async () => {
    const [card, openid] = [newCard(), await newRider()];
    await send(ridesOf(card, 60));
    await partner.bindCard(openid, card);
    const books = await tripsOfCard(card);
    expect(books.map(trip => trip.state)).toEqual(Array(60).fill('credited'));
    expect(await creditsOf(openid)).toBe(60 * SHORT_RIDE_GRAMS);
  });

  test('are credited by the job where the binding call was cut off after a step', async () => {
    const [card, openid] = [newCard(), await newRider()];
    await send(ridesOf(card, 55));
    const tokenId = await bindOnly(openid, card);
    let looks = 0;
    const clock = { ...platform, nowMs: () => platform.nowMs() + (looks++ > 2 ? HOUR_MS : 0) };
    expect(await creditWaitingRides(clock, tokenId, platform.nowMs() + HOUR_MS)).toBe(false);
    const credited = async () => (await tripsOfCard(card)).filter(trip => trip.state === 'credited').length;
    expect(await credited()).toBe(20);
    await product.advanceClock(5 * MINUTE_MS);
    expect(await credited()).toBe(55);
    expect(await tokenOf(card)).toMatchObject({ waiting: false, creditDueAtMs: null });
  });

  test('of a card that cannot be credited do not hold up another one', async () => {
    const [broken, card, openid] = [newCard(), newCard(), await newRider()];
    await send([...ridesOf(broken, 1), ...ridesOf(card, 1).map(apartFrom)]);
    const brokenId = await bindOnly(openid, broken);
    await bindOnly(openid, card);
    const good = (await tripsOfCard(broken))[0]!.origin;
    const setOrigin = (origin: string | null) =>
      platform.database.updateWhere(tripsCollection, { tokenId: brokenId }, { origin });
    await setOrigin('no origin');
    await product.advanceClock(5 * MINUTE_MS);
    expect(await tripsOfCard(card)).toMatchObject([{ state: 'credited' }]);
    expect(await tripsOfCard(broken)).toMatchObject([{ state: 'waiting-binding' }]);
    await setOrigin(good);
    await product.advanceClock(5 * MINUTE_MS);
    expect(await tripsOfCard(broken)).toMatchObject([{ state: 'credited' }]);
  });
  const apartFrom = (ride: PartnerRide): PartnerRide =>
    shortRide(ride.ticketId, ride.riderToken, ride.entry.atMs - 10 * MINUTE_MS);

  test('are credited once by four runs at the same time', async () => {
    const [card, openid] = [newCard(), await newRider()];
    await send(ridesOf(card, 52));
    const tokenId = await bindOnly(openid, card);
    // One that never gets its turn says so, and the job goes on with it.
    const runs = await Promise.allSettled(Array.from({ length: 4 }, () => creditAll(tokenId)));
    for (const run of runs) {
      if (run.status === 'rejected') expect(run.reason).toMatchObject({ kind: 'conflict' });
    }
    expect(await creditAll(tokenId)).toBe(true);
    expect(await creditsOf(openid)).toBe(52 * SHORT_RIDE_GRAMS);
  });

  test('that come while an earlier binding’s crediting still looks are not forgotten', async () => {
    const [card, ann, bob] = [newCard(), await newRider(), await newRider()];
    await send(ridesOf(card, 1));
    const tokenId = await bindOnly(ann, card);
    const bobsCode = await newCode(bob);
    const later = shortRide(`later ${card}`, card, product.cloud.nowMs() + MINUTE_MS);
    let looked = false;
    // Between the look and the transaction Ann gives the card to Bob, who has ridden with it before he binds it.
    const slow: Platform = {
      ...platform,
      database: {
        ...platform.database,
        find: async (collection, find) => {
          const found = await platform.database.find(collection, find);
          if (collection.name !== 'trips' || looked) return found;
          looked = true;
          await unbind(card);
          await product.advanceClock(HOUR_MS / 10);
          await send([later]);
          await bindToken(platform, { partnerId, bindCode: bobsCode, riderToken: card });
          return found;
        },
      },
    };
    await creditWaitingRides(slow, tokenId, product.cloud.nowMs() + HOUR_MS);
    expect(await creditsOf(bob)).toBe(SHORT_RIDE_GRAMS);
    expect(await creditsOf(ann)).toBe(0);
  });
});

describe('at the same time', () => {
  test('a binding and rides: every ride is credited, none is lost or doubled', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const [card, openid] = [newCard(), await newRider()];
      const code = await newCode(openid);
      const rides = ridesOf(card, 4);
      const deliveries = [...rides, ...rides].map(ride => () => send([ride]));
      const bind = async () => {
        const { tokenId } = await bindToken(platform, { partnerId, bindCode: code, riderToken: card });
        await creditAll(tokenId);
      };
      await Promise.all([...deliveries.slice(0, 4), bind, ...deliveries.slice(4)].map(work => work()));
      expect(await creditsOf(openid)).toBe(4 * SHORT_RIDE_GRAMS);
      expect(await tokenOf(card)).toMatchObject({ waiting: false, creditDueAtMs: null });
    }
  });

  test('an unbinding and rides: each is credited to the rider or refused, and the partner is told which', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const [card, openid] = [newCard(), await newRider()];
      await bindOnly(openid, card);
      const rides = ridesOf(card, 6);
      const deliveries = rides.map(ride => () => send([ride]));
      const work = [...deliveries.slice(0, 3), () => unbind(card), ...deliveries.slice(3)];
      const answers = (await Promise.all(work.map(start => start()))).filter(isRidesAnswer);
      const accepted = answers.filter(answer => answer.accepted === 1).length;
      const codes = answers.flatMap(answer => answer.rejected.map(({ code }) => code));
      expect(codes).toEqual(Array(6 - accepted).fill('BEFORE_UNBINDING'));
      expect(await creditsOf(openid)).toBe(accepted * SHORT_RIDE_GRAMS);
      expect(await tripsOfCard(card)).toHaveLength(accepted);
    }
  });
  const isRidesAnswer = (answer: RidesAnswer | { unbound: true }): answer is RidesAnswer =>
    'accepted' in answer;
});

// Last, because the clock jumps: a month of timers would take too long to walk through.
describe('a wait ends', () => {
  const jump = async (days: number): Promise<void> => {
    const target = product.cloud.nowMs() + days * DAY_MS;
    const body = JSON.stringify({ nowMs: target });
    await product.http('/clock', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  };

  test('after thirty days: a binding in time credits, a later one refuses, then nothing is left', async () => {
    const [inTime, late, never, openid] = [newCard(), newCard(), newCard(), await newRider()];
    for (const [at, card] of [inTime, late, never].entries()) {
      await send([shortRide(`wait ${card}`, card, nowMs - (at + 1) * HOUR_MS)]);
    }
    await partner.post('reversals', { ticketId: 'never comes', reason: 'r' });
    await jump(30 - 1 / 24);
    await bindOnly(openid, inTime);
    await jump(1 / 12);
    // Crediting was cut off, and the wait is over meanwhile; the rider had bound the card in time.
    await product.advanceClock(5 * MINUTE_MS);
    expect(await tripsOfCard(inTime)).toMatchObject([{ state: 'credited' }]);
    await partner.bindCard(openid, late);
    expect(await tripsOfCard(late)).toMatchObject([{ state: 'refused', reason: 'TOO_OLD' }]);
    expect(await creditsOf(openid)).toBe(SHORT_RIDE_GRAMS);
    await jump(1);
    await product.advanceClock(5 * MINUTE_MS);
    expect(await tripsOfCard(never)).toEqual([]);
    expect(await readAll(platform, tripsCollection, { state: 'waiting-ride' })).toEqual([]);
    expect(await tripsOfCard(inTime)).toHaveLength(1);
  });
});
