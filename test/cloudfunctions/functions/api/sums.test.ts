import { bindToken } from '../../../../cloudfunctions/domain/bindings';
import { metroRide, PartnerClient, SHORT_RIDE_GRAMS, shortRide } from '../../../support/partner';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';

const at = (beijing: string): number => Date.parse(`${beijing}:00+08:00`);

let product: Product;
let partner: PartnerClient;

/** A Wednesday, with rides of this week, of this month, and of the month before. */
beforeAll(async () => {
  product = await startProduct({ startAtMs: at('2026-12-02T20:00') });
  partner = new PartnerClient(product);
  await product.signedInRider('o-ann', { consent: true });
  const { code } = await product.data('o-ann', 'bindings.createCode', {});
  await bindToken(product.platform, { partnerId: 'bawei', bindCode: code, riderToken: 'card' });
  const { accepted } = await partner.rides([
    shortRide('a', 'card', at('2026-11-20T08:00')),
    shortRide('b', 'card', at('2026-11-30T08:00')),
    shortRide('c', 'card', at('2026-11-30T23:59')),
    shortRide('d', 'card', at('2026-12-01T08:00')),
    shortRide('e', 'card', at('2026-12-02T08:00')),
    metroRide({ ticketId: 'f', riderToken: 'card', fromMs: at('2026-12-02T18:00') }),
  ]);
  expect(accepted).toBe(6);
  await partner.post('reversals', { ticketId: 'e', reason: 'r' });
}, START_TIMEOUT_MS);
afterAll(() => product?.stop());

const creditedOf = async (ticketAtMs: number): Promise<number> => {
  const { trips } = await product.data('o-ann', 'rides.list', { limit: 50 });
  return trips.find(({ fromMs }) => fromMs === ticketAtMs)!.creditedGrams;
};

describe('rides.summary', () => {
  test('sums the week from Monday and the month, by the day of entry and without what was taken back', async () => {
    const long = await creditedOf(at('2026-12-02T18:00'));
    const day = (name: string, trips: number, grams: number) => ({ day: `2026-${name}`, trips, grams });
    expect(await product.data('o-ann', 'rides.summary', {})).toEqual({
      today: '2026-12-02',
      week: [
        day('11-30', 2, 2 * SHORT_RIDE_GRAMS),
        day('12-01', 1, SHORT_RIDE_GRAMS),
        day('12-02', 1, long),
        ...['12-03', '12-04', '12-05', '12-06'].map(name => day(name, 0, 0)),
      ],
      month: { month: '2026-12', trips: 2, grams: SHORT_RIDE_GRAMS + long },
    });
  });

  test('is all zero for who has no trip, and is one database call besides the fixed ones', async () => {
    await product.signedInRider('o-new');
    await product.nextMinute();
    const { week, month } = await product.data('o-new', 'rides.summary', {});
    expect([week.length, month]).toEqual([7, { month: '2026-12', trips: 0, grams: 0 }]);
    const identityAndRates = 3;
    expect(await product.databaseCalls(() => product.data('o-new', 'rides.summary', {}))).toBe(
      identityAndRates + 1,
    );
  });
});

test('rides.months sums whole months, in the order asked for', async () => {
  const long = await creditedOf(at('2026-12-02T18:00'));
  const { months } = await product.data('o-ann', 'rides.months', {
    months: ['2026-12', '2026-10', '2026-11'],
  });
  expect(months).toEqual([
    { month: '2026-12', trips: 2, grams: SHORT_RIDE_GRAMS + long },
    { month: '2026-10', trips: 0, grams: 0 },
    { month: '2026-11', trips: 3, grams: 3 * SHORT_RIDE_GRAMS },
  ]);
});

test('rides.list names the lines of the shortest path', async () => {
  const { trips } = await product.data('o-ann', 'rides.list', { limit: 50 });
  const explained = await product.data('o-ann', 'rides.explain', { tripId: trips[0]!.tripId });
  expect(trips[0]!.lines.length).toBeGreaterThan(0);
  expect(trips[0]!.lines).toEqual(explained.legs.map(({ line }) => line));
});

describe('ledger.months', () => {
  test('counts what came and what left by the time of the entries', async () => {
    const long = await creditedOf(at('2026-12-02T18:00'));
    const { months } = await product.data('o-ann', 'ledger.months', { months: ['2026-12', '2026-11'] });
    const nothing = { received: 0, left: 0 };
    expect(months).toEqual([
      {
        month: '2026-12',
        carbon: { received: 5 * SHORT_RIDE_GRAMS + long, left: SHORT_RIDE_GRAMS },
        bonus: nothing,
      },
      { month: '2026-11', carbon: nothing, bonus: nothing },
    ]);
    const { balance } = await product.data('o-ann', 'ledger.balance', {});
    expect(months[0]!.carbon.received - months[0]!.carbon.left).toBe(balance.carbon.available);
  });

  test.each([
    { months: [] },
    { months: ['2026-13'] },
    { months: Array.from({ length: 7 }, () => '2026-12') },
  ])('refuses %j', async input => {
    for (const procedure of ['ledger.months', 'rides.months'] as const) {
      const answer = await product.call('o-ann', procedure, input);
      expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    }
  });
});

describe('ledger.statement', () => {
  const keysOf = async (show: 'carbon' | 'bonus' | 'taken-back', limit: number, cursor?: number) => {
    const input = { show, limit, ...(cursor !== undefined && { cursor }) };
    const { entries, nextCursor } = await product.data('o-ann', 'ledger.statement', input);
    return { seqs: entries.map(({ seq }) => seq), nextCursor };
  };

  test('shows one kind only, a page at a time', async () => {
    expect(await keysOf('bonus', 20)).toEqual({ seqs: [], nextCursor: null });
    expect(await keysOf('carbon', 5)).toEqual({ seqs: [7, 6, 5, 4, 3], nextCursor: 3 });
    expect(await keysOf('carbon', 5, 3)).toEqual({ seqs: [2, 1], nextCursor: null });
  });

  test('shows what was taken back only', async () => {
    expect(await keysOf('taken-back', 20)).toEqual({ seqs: [7], nextCursor: null });
  });

  test('names the trip of each entry, of one taken back as well, in one database call more', async () => {
    const read = (trips: boolean) => product.data('o-ann', 'ledger.statement', { trips });
    const { trips } = await product.data('o-ann', 'rides.list', { limit: 50 });
    const names = new Map(trips.map(({ tripId, ...trip }) => [tripId, trip]));
    const { entries } = await read(true);
    expect(entries).toHaveLength(7);
    for (const { trip, reference } of entries) {
      const { mode, entry, exit, fromMs } = names.get(reference.id)!;
      expect(trip).toEqual({ mode, entry, exit, fromMs });
    }
    expect((await read(false)).entries.map(({ trip }) => trip)).toEqual(entries.map(() => null));
    await product.nextMinute();
    await read(true);
    const [without, withTrips] = [
      await product.databaseCalls(() => read(false)),
      await product.databaseCalls(() => read(true)),
    ];
    expect(withTrips).toBe(without + 1);
  });
});

test('none of these walks through a whole collection', async () => {
  const calls = await product.calls(1_000);
  expect(calls.filter(({ scansWithoutIndex }) => scansWithoutIndex > 0)).toEqual([]);
});
