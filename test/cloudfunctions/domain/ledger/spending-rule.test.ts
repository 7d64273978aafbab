import { Refusal } from '../../../../cloudfunctions/contract/errors';
import {
  MOST_HOLDS,
  planHold,
  planSpending,
  type Spending,
} from '../../../../cloudfunctions/domain/ledger/rules';
import { type AccountLines, accountOf, beijing, deepFreeze, showAccount, showPostings } from './notation';

const HOLD_TERMS = {
  key: 'h',
  deadlineMs: beijing('2026-12-01 00:00'),
  reference: { type: 'order', id: 'o' },
} as const;
const SHOP = 'merchant:m';

interface Row {
  name: string;
  lots: string[];
  spend: number;
  kinds?: Spending['kinds'];
  at?: string;
  /** In the order of spending. */
  taken: string[];
  left: string[];
}

const rows: Row[] = [
  {
    name: 'what expires this month goes first, of that bonus before carbon',
    lots: ['bonus 50 - @2026-12', 'carbon 100 sz:2024-11 @2026-11', 'bonus 30 - @2026-11'],
    spend: 100,
    taken: ['bonus 30 - @2026-11', 'carbon 70 sz:2024-11 @2026-11'],
    left: ['bonus 50 - @2026-12', 'carbon 30 sz:2024-11 @2026-11'],
  },
  {
    name: 'then bonus by expiry, however late, then carbon by expiry, however soon',
    lots: [
      'carbon 10 sz:2024-12 @2026-12',
      'bonus 10 - @2028-11',
      'carbon 10 sz:2025-01 @2027-01',
      'bonus 10 - @2028-10',
    ],
    spend: 35,
    taken: [
      'bonus 10 - @2028-10',
      'bonus 10 - @2028-11',
      'carbon 10 sz:2024-12 @2026-12',
      'carbon 5 sz:2025-01 @2027-01',
    ],
    left: ['carbon 5 sz:2025-01 @2027-01'],
  },
  {
    name: 'ties go by origin, and what has settled before what may still be taken back',
    lots: [
      'carbon 5 sz:2026-11 @2028-11 settles 2026-11-17',
      'carbon 5 sz:2026-11 @2028-11',
      'carbon 5 gz:2026-11 @2028-11 settles 2026-11-17',
    ],
    spend: 12,
    taken: [
      'carbon 5 gz:2026-11 @2028-11 settles 2026-11-17',
      'carbon 5 sz:2026-11 @2028-11',
      'carbon 2 sz:2026-11 @2028-11 settles 2026-11-17',
    ],
    left: ['carbon 3 sz:2026-11 @2028-11 settles 2026-11-17'],
  },
  {
    name: 'only of the kinds that are asked for',
    lots: ['carbon 10 sz:2024-11 @2026-11', 'bonus 10 - @2028-11'],
    spend: 4,
    kinds: ['carbon'],
    taken: ['carbon 4 sz:2024-11 @2026-11'],
    left: ['carbon 6 sz:2024-11 @2026-11', 'bonus 10 - @2028-11'],
  },
  {
    name: 'in the last minute of its month a lot is the first to go',
    lots: ['bonus 5 - @2026-12', 'carbon 5 sz:2024-11 @2026-11'],
    spend: 5,
    at: '2026-11-30 23:59',
    taken: ['carbon 5 sz:2024-11 @2026-11'],
    left: ['bonus 5 - @2026-12'],
  },
  {
    name: 'with the next month it is gone, whether or not a job has been there',
    lots: ['bonus 5 - @2026-12', 'carbon 5 sz:2024-11 @2026-11'],
    spend: 5,
    at: '2026-12-01 00:00',
    taken: ['bonus 5 - @2026-12'],
    left: ['carbon 5 sz:2024-11 @2026-11'],
  },
];

test.each(rows)('$name', ({ lots, spend, kinds, at = '2026-11-10 08:00', taken, left }) => {
  const account = deepFreeze(accountOf({ lots }));
  const plan = planHold(account, { amount: spend, kinds }, HOLD_TERMS, beijing(at));
  expect(showAccount(plan.account)).toEqual({ lots: left, held: taken, debts: [] });
  const spent = planSpending(account, { amount: spend, kinds }, SHOP, beijing(at));
  expect(showAccount(spent.account)).toEqual({ lots: left, held: [], debts: [] });
});

test('a hold is a posting to what the rider has set aside, kind by kind', () => {
  const lots = ['carbon 5 sz:2026-11 @2028-11 settles 2026-11-17', 'carbon 5 sz:2026-11 @2028-11'];
  const account = accountOf({ lots: [...lots, 'bonus 3 - @2028-11'] });
  const { postings, account: after } = planHold(
    account,
    { amount: 10 },
    HOLD_TERMS,
    beijing('2026-11-10 08:00'),
  );
  expect(showPostings(postings)).toEqual([
    'user:r > held:r carbon 7 sz:2026-11 @2028-11',
    'user:r > held:r bonus 3 - @2028-11',
  ]);
  expect(after.holds).toEqual([{ ...HOLD_TERMS, lots: expect.any(Array) }]);
});

test('what is spent goes to the merchant as bonus and to the day’s intake as carbon, to a later one before it settles', () => {
  const lots = [
    'bonus 3 - @2028-11',
    'carbon 5 sz:2026-11 @2028-11 settles 2026-11-17',
    'carbon 4 sz:2026-11 @2028-11',
    'carbon 2 gz:2026-11 @2028-11 settles 2026-11-12',
  ];
  const plan = planSpending(accountOf({ lots }), { amount: 14 }, SHOP, beijing('2026-11-10 08:00'));
  expect(showPostings(plan.postings)).toEqual([
    'user:r > merchant:m bonus 3 - @2028-11',
    'user:r > pool-intake:2026-11-10 carbon 4 sz:2026-11 @2028-11',
    'user:r > pool-intake:2026-11-12 carbon 2 gz:2026-11 @2028-11',
    'user:r > pool-intake:2026-11-17 carbon 5 sz:2026-11 @2028-11',
  ]);
});

describe('refused is', () => {
  const nowMs = beijing('2026-11-10 08:00');
  const hold = (lines: AccountLines, amount = 1, deadlineMs = HOLD_TERMS.deadlineMs) =>
    planHold(deepFreeze(accountOf(lines)), { amount }, { ...HOLD_TERMS, deadlineMs }, nowMs);
  const lots = ['bonus 5 - @2028-11'];
  const holds = (count: number) =>
    Array.from({ length: count }, (_, number) => ({
      key: `${number}`,
      until: '2026-12-01 00:00',
      lots: ['bonus 1 - @2028-11'],
    }));

  test.each<[string, () => unknown, Refusal]>([
    ['more than there is', () => hold({ lots }, 6), new Refusal('INSUFFICIENT_CREDITS', { missing: 1 })],
    [
      'anything with a debt of the other kind',
      () => hold({ lots, debts: ['carbon 1 sz:2026-11'] }),
      new Refusal('DEBT_FIRST'),
    ],
    ['what is expired', () => hold({ lots: ['bonus 5 - @2026-10'] }), new Refusal('INSUFFICIENT_CREDITS')],
    ['what is held', () => hold({ held: lots }), new Refusal('INSUFFICIENT_CREDITS')],
    ['a deadline that has passed', () => hold({ lots }, 1, nowMs - 1), new Refusal('HOLD_EXPIRED')],
    ['the 21st hold', () => hold({ lots, holds: holds(MOST_HOLDS) }), new Refusal('TOO_MANY_HOLDS')],
    [
      'spending with a debt',
      () => planSpending(accountOf({ lots, debts: ['bonus 1 -'] }), { amount: 1 }, SHOP, nowMs),
      new Refusal('DEBT_FIRST'),
    ],
  ])('%s', (_, plan, refusal) => {
    expect(plan).toThrow(refusal);
    expect(plan).toThrow(expect.objectContaining({ code: refusal.code }));
  });

  test('but the 20th hold is none too many', () => {
    expect(hold({ lots, holds: holds(MOST_HOLDS - 1) }).account.holds).toHaveLength(MOST_HOLDS);
  });

  test.each([0, -1, 1.5, 2 ** 53])('%s credits: a mistake of the caller', amount => {
    expect(() => hold({ lots }, amount)).toThrow(RangeError);
  });
});
