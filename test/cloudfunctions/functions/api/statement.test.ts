import type { ProcedureInput } from '../../../../cloudfunctions/contract/procedures';
import type { Entry } from '../../../../cloudfunctions/domain/ledger';
import { addMonths } from '../../../../cloudfunctions/platform/beijing-time';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';
import { writeMonths } from '../../../support/two-years';

const at = (beijing: string): number => Date.parse(`${beijing}:00+08:00`);

const months = Array.from({ length: 14 }, (_, index) => addMonths('2025-01', index));

let product: Product;
let written: Entry[];

beforeAll(async () => {
  product = await startProduct({ startAtMs: at('2026-12-02T20:00') });
  const uid = await product.signedInRider('o-ann', { consent: true });
  await product.signedInRider('o-bob', { consent: true });
  written = await writeMonths(product.platform, uid, months);
}, START_TIMEOUT_MS);
afterAll(() => product?.stop());

type Search = ProcedureInput<'ledger.search'>;

const search = (input: Search, openid = 'o-ann') => product.data(openid, 'ledger.search', input);

/** Goes on until everything has been looked at. */
async function searchAll(question: Search) {
  const seqs: number[] = [];
  let looked = 0;
  let calls = 0;
  for (let cursor: number | null | undefined; cursor !== null; calls += 1) {
    const page = await search({ ...question, ...(cursor !== undefined && { cursor }) });
    seqs.push(...page.entries.map(({ seq }) => seq));
    looked += page.looked;
    cursor = page.nextCursor;
  }
  return { seqs, looked, calls };
}

const seqsOf = (entries: Entry[]): number[] =>
  entries.map(({ seq }) => seq).sort((one, other) => other - one);

describe('ledger.search', () => {
  test('finds by reason in all of a long account, and says that it has looked at everything', async () => {
    const { seqs, looked, calls } = await searchAll({ anyOf: { reasons: ['trip-reversed'] } });
    expect(seqs).toEqual(seqsOf(written.filter(({ reason }) => reason === 'trip-reversed')));
    expect(seqs).toHaveLength(14);
    expect([looked, calls]).toEqual([written.length, Math.ceil(written.length / 500)]);
  });

  test('finds every entry exactly once where more fit than one call answers', async () => {
    const { seqs, looked } = await searchAll({ direction: 'in' });
    expect(seqs).toEqual(seqsOf(written.filter(({ reason }) => reason !== 'trip-reversed')));
    expect(looked).toBe(written.length);
  });

  test('finds by station, with the trip, what was taken back as well', async () => {
    const { entries } = await search({ anyOf: { station: '车公庙站' }, month: '2026-01' });
    expect(entries.length).toBeGreaterThan(0);
    for (const { trip } of entries) expect([trip?.entry, trip?.exit]).toContainEqual({ station: '车公庙' });
    const reversed = await search({ anyOf: { station: '布吉' }, month: '2026-01', direction: 'out' });
    expect(reversed.entries.map(({ reason }) => reason)).toEqual(['trip-reversed']);
  });

  test('keeps to a month by the time of the entries', async () => {
    const { seqs, looked } = await searchAll({ month: '2025-02' });
    expect(seqs).toEqual(seqsOf(written.filter(({ day }) => day.startsWith('2025-02'))));
    expect(looked).toBe(2 * 28 + 2);
  });

  test('finds amounts, exactly or from a size on', async () => {
    const exact = await searchAll({ anyOf: { amount: 88 } });
    expect(exact.seqs).toHaveLength(14);
    const large = await search({ leastAmount: 2_000, month: '2026-01' });
    expect(large.entries.length).toBeGreaterThan(0);
    for (const { postings } of large.entries)
      expect(postings[0]!.lots[0]!.amount).toBeGreaterThanOrEqual(2_000);
  });

  test('finds nothing of anybody else', async () => {
    expect(await search({ anyOf: { station: '车公庙' } }, 'o-bob')).toEqual({
      entries: [],
      looked: 0,
      nextCursor: null,
    });
  });

  test.each<[string, object]>([
    ['a month that is none', { month: '2026-13' }],
    ['a station without a name', { anyOf: { station: '  ' } }],
    ['a station as long as a letter', { anyOf: { station: '站'.repeat(21) } }],
    ['an amount of half', { anyOf: { amount: 0.5 } }],
    ['a negative size', { leastAmount: -1 }],
    ['a direction that is none', { direction: 'sideways' }],
    ['a field that nobody knows', { text: 'a' }],
  ])('refuses %s', async (_, input) => {
    const answer = await product.call('o-ann', 'ledger.search', input as Search);
    expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
  });
});

describe('ledger.year', () => {
  test('sums each month as ledger.months does, and says when the account began', async () => {
    const { firstDay, months: year } = await product.data('o-ann', 'ledger.year', { year: 2025 });
    expect(firstDay).toBe('2025-01-01');
    expect(year.map(({ month }) => month)).toEqual(months.slice(0, 12));
    const half = year.slice(6).map(({ month }) => month);
    const { months: sums } = await product.data('o-ann', 'ledger.months', { months: half });
    expect(year.slice(6).map(({ entries: _, ...sum }) => sum)).toEqual(sums);
    expect(year.map(({ entries }) => entries)).toEqual(
      year.map(({ month }) => written.filter(({ day }) => day.startsWith(month)).length),
    );
  });

  test('is empty before the first entry', async () => {
    const { firstDay, months: year } = await product.data('o-bob', 'ledger.year', { year: 2026 });
    expect(firstDay).toBeNull();
    expect(year.every(({ entries, carbon }) => entries === 0 && carbon.received === 0)).toBe(true);
  });
});

describe('rides.year', () => {
  test('sums the credited trips of a year, and names no place', async () => {
    const year = await product.data('o-ann', 'rides.year', { year: 2025 });
    const { firstDay: _, months: ledger } = await product.data('o-ann', 'ledger.year', { year: 2025 });
    const netOf = ({ carbon }: (typeof ledger)[number]) => carbon.received - carbon.left;
    expect(year.months.map(({ month, grams }) => [month, grams])).toEqual(
      ledger.map(month => [month.month, netOf(month)]),
    );
    expect([year.trips, year.days, year.stations]).toEqual([2 * 365 - 12, 365, 7]);
    expect(year.grams).toBe(year.months.reduce((sum, { grams }) => sum + grams, 0));
    expect(year.lines).toHaveLength(3);
    expect(year.lines.map(({ trips }) => trips)).toEqual(
      year.lines.map(({ trips }) => trips).sort((one, other) => other - one),
    );
    expect(year.today).toBe('2026-12-02');
    expect(JSON.stringify(year)).not.toMatch(/布吉|福田|罗湖/);
  });

  test('of a year without trips is zero', async () => {
    const { trips, grams, lines } = await product.data('o-ann', 'rides.year', { year: 2023 });
    expect([trips, grams, lines]).toEqual([0, 0, []]);
  });
});

test('a whole statement is read in few calls, each entry once', async () => {
  const seqs: number[] = [];
  let calls = 0;
  for (let cursor: number | null | undefined; cursor !== null; calls += 1) {
    const input = { limit: 200, trips: true, ...(cursor !== undefined && { cursor }) };
    const page = await product.data('o-ann', 'ledger.statement', input);
    seqs.push(...page.entries.map(({ seq }) => seq));
    cursor = page.nextCursor;
  }
  expect(seqs).toEqual(seqsOf(written));
  expect(calls).toBe(Math.ceil(written.length / 200));
});

test.each<[string, string, number]>([
  ['when the month began', '2026-01-01', 0],
  ['after its first day', '2026-01-02', 1],
  ['when the next one began', '2026-02-01', 31],
])('the balance of a midnight, %s, follows the entries before it', async (_, day) => {
  const { balance } = await product.data('o-ann', 'ledger.balance', { day });
  const before = written.filter(entry => entry.day < day);
  expect(balance).toEqual(before.at(-1)!.balanceAfter);
});

describe('cost', () => {
  const identityAndRates = 3;
  const cost = (work: () => Promise<unknown>) => product.databaseCalls(work);

  test('in database calls does not depend on how much there is', async () => {
    await product.nextMinute();
    for (const openid of ['o-ann', 'o-bob']) await search({}, openid);
    const costs = {
      search: await cost(() => search({ anyOf: { station: '车公庙' } })),
      'search without a hit': await cost(() => search({ leastAmount: 1_000_000 })),
      'search of nothing': await cost(() => search({}, 'o-bob')),
      'ledger.year': await cost(() => product.data('o-ann', 'ledger.year', { year: 2025 })),
      'rides.year': await cost(() => product.data('o-ann', 'rides.year', { year: 2025 })),
    };
    expect(costs).toEqual({
      search: identityAndRates + 2,
      'search without a hit': identityAndRates + 1,
      'search of nothing': identityAndRates + 1,
      'ledger.year': identityAndRates + 2,
      'rides.year': identityAndRates + 1,
    });
  });

  test('none walks through a whole collection', async () => {
    const calls = await product.calls(1_000);
    expect(calls.filter(({ scansWithoutIndex }) => scansWithoutIndex > 0)).toEqual([]);
  });
});
