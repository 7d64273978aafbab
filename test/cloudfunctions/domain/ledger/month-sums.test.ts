import {
  type Balance,
  expireLots,
  type Movement,
  postHold,
  readBalance,
  reverseEntry,
  sumMonth,
  sumYear,
  voidHold,
} from '../../../../cloudfunctions/domain/ledger';
import type { Platform } from '../../../../cloudfunctions/platform';
import { beijing, rider } from './notation';
import { shorthandFor } from './world/shorthand';
import { plainFate, SimulatedDatabase, SimulatedStore } from './world/simulated-database';

const MINUTE_MS = 60_000;
let nowMs: number;
let platform: Platform;

beforeEach(() => {
  nowMs = beijing('2026-11-10 08:00');
  platform = {
    database: new SimulatedDatabase(new SimulatedStore(), plainFate),
    nowMs: () => nowMs,
    keyedDigest: (...parts: string[]) => parts.join(' '),
  } as unknown as Platform;
});

const { shared, bonus, ride, hold } = shorthandFor(() => ({ platform, nowMs }), beijing('2029-01-31 00:00'));
const post = (key: string) => postHold(platform, rider, { key, bonusTo: 'merchant:m' }, shared());
const takeBack = (key: string) => voidHold(platform, rider, key, shared());
const reverse = (key: string) => reverseEntry(platform, key, shared());
const wealthOf = ({ carbon, bonus: other }: Balance): number =>
  [carbon, other].reduce((sum, { available, held, debt }) => sum + available + held - debt, 0);
const total = (sums: Record<'carbon' | 'bonus', Movement>): Movement => ({
  received: sums.carbon.received + sums.bonus.received,
  left: sums.carbon.left + sums.bonus.left,
});

const set = async (amount: number, key: string) => {
  await hold(amount, key);
  nowMs += MINUTE_MS;
};

test.each<[string, () => Promise<unknown>, Movement]>([
  ['what is set aside has not left yet', () => set(5_000, 'a'), { received: 11_020, left: 0 }],
  [
    'what is set aside and taken back neither left nor came',
    async () => {
      await set(5_000, 'a');
      await takeBack('a');
    },
    { received: 11_020, left: 0 },
  ],
  [
    'of one taken back and one posted only the second has left',
    async () => {
      await set(5_000, 'a');
      await takeBack('a');
      await set(2_000, 'b');
      await post('b');
    },
    { received: 11_020, left: 2_000 },
  ],
])('%s', async (_name, happens, expected) => {
  await ride(11_000);
  await bonus(20);
  await happens();
  expect(total(await sumMonth(platform, rider, '2026-11'))).toEqual(expected);
  const year = await sumYear(platform, rider, 2026);
  expect(total(year[10]!)).toEqual(expected);
  expect(expected.received - expected.left).toBe(wealthOf(await readBalance(platform, rider)));
});

test('a debt is what left, and what repays it comes once', async () => {
  await bonus(500, 'first');
  await set(300, 'a');
  await reverse('first');
  await bonus(120, 'second');
  expect(await sumMonth(platform, rider, '2026-11')).toMatchObject({ bonus: { received: 620, left: 500 } });
  await takeBack('a');
  expect(await sumMonth(platform, rider, '2026-11')).toMatchObject({ bonus: { received: 620, left: 500 } });
  expect(wealthOf(await readBalance(platform, rider))).toBe(120);
});

test('what expires leaves in the month in which it is booked out, out of what is set aside as well', async () => {
  await bonus(100);
  await set(30, 'a');
  nowMs = beijing('2028-12-03 00:00');
  await expireLots(platform, rider, '2028-11', { ...shared(), nowMs });
  expect((await sumMonth(platform, rider, '2028-12')).bonus).toEqual({ received: 0, left: 70 });
  await takeBack('a');
  expect((await sumMonth(platform, rider, '2028-12')).bonus).toEqual({ received: 0, left: 100 });
  expect(wealthOf(await readBalance(platform, rider))).toBe(0);
});
