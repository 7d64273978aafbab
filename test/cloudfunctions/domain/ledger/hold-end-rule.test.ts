import {
  planClosing,
  planExpiry,
  planPostHold,
  planVoidHold,
} from '../../../../cloudfunctions/domain/ledger/rules';
import { type AccountLines, accountOf, beijing, deepFreeze, showAccount, showPostings } from './notation';

const UNTIL = '2026-11-12 08:00';

interface Row {
  name: string;
  before: AccountLines;
  /** What hold `h` has. */
  hold: string[];
  do: 'post' | 'void';
  at?: string;
  postings: string[];
  after: { lots?: string[]; debts?: string[] };
}

const rows: Row[] = [
  {
    name: 'a post sends bonus to the merchant, and carbon to the pool’s intake of the day on which it settles',
    before: { lots: ['bonus 1 - @2028-11'] },
    hold: ['bonus 3 - @2028-11', 'carbon 5 sz:2026-11 @2028-11 settles 2026-11-17'],
    do: 'post',
    postings: [
      'held:r > merchant:m bonus 3 - @2028-11',
      'held:r > pool-intake:2026-11-17 carbon 5 sz:2026-11 @2028-11',
    ],
    after: { lots: ['bonus 1 - @2028-11'] },
  },
  {
    name: 'in the last millisecond it may still be posted',
    before: {},
    hold: ['bonus 3 - @2028-11'],
    do: 'post',
    at: UNTIL,
    postings: ['held:r > merchant:m bonus 3 - @2028-11'],
    after: {},
  },
  {
    name: 'with a debt it may still be posted',
    before: { debts: ['bonus 9 -'] },
    hold: ['bonus 3 - @2028-11'],
    do: 'post',
    postings: ['held:r > merchant:m bonus 3 - @2028-11'],
    after: { debts: ['bonus 9 -'] },
  },
  {
    name: 'held lots do not expire: after their month they are posted all the same',
    before: {},
    hold: ['carbon 5 sz:2024-10 @2026-10'],
    do: 'post',
    postings: ['held:r > pool-intake:2026-11-10 carbon 5 sz:2024-10 @2026-10'],
    after: {},
  },
  {
    name: 'a void gives back the same lots, which merge with their like',
    before: { lots: ['carbon 2 sz:2026-11 @2028-11 settles 2026-11-17'] },
    hold: ['bonus 3 - @2028-11', 'carbon 5 sz:2026-11 @2028-11 settles 2026-11-17'],
    do: 'void',
    postings: ['held:r > user:r carbon 5 sz:2026-11 @2028-11', 'held:r > user:r bonus 3 - @2028-11'],
    after: { lots: ['carbon 7 sz:2026-11 @2028-11 settles 2026-11-17', 'bonus 3 - @2028-11'] },
  },
  {
    name: 'a void after the deadline gives them back as well',
    before: {},
    hold: ['bonus 3 - @2028-11'],
    do: 'void',
    at: '2026-11-20 08:00',
    postings: ['held:r > user:r bonus 3 - @2028-11'],
    after: { lots: ['bonus 3 - @2028-11'] },
  },
  {
    name: 'what would have expired meanwhile expires with the void',
    before: {},
    hold: ['bonus 3 - @2026-10', 'carbon 4 sz:2024-10 @2026-10', 'bonus 2 - @2026-11'],
    do: 'void',
    postings: [
      'held:r > user:r bonus 2 - @2026-11',
      'held:r > sink:expired bonus 3 - @2026-10',
      'held:r > pool-intake:2026-11-10 carbon 4 sz:2024-10 @2026-10',
    ],
    after: { lots: ['bonus 2 - @2026-11'] },
  },
  {
    name: 'what comes back repays the debts of its kind, oldest first, and of no other kind',
    before: { debts: ['carbon 4 sz:2026-10', 'bonus 1 -', 'carbon 9 sz:2026-09'] },
    hold: ['carbon 6 sz:2026-11 @2028-11'],
    do: 'void',
    postings: [
      'held:r > user:r carbon 6 sz:2026-11 @2028-11',
      'user:r > conversion:carbon carbon 4 sz:2026-11 @2028-11',
      'conversion:carbon > debt:r carbon 4 sz:2026-10 @-',
      'user:r > conversion:carbon carbon 2 sz:2026-11 @2028-11',
      'conversion:carbon > debt:r carbon 2 sz:2026-09 @-',
    ],
    after: { debts: ['bonus 1 -', 'carbon 7 sz:2026-09'] },
  },
];

test.each(rows)('$name', ({ before, hold, do: verb, at = '2026-11-10 08:00', postings, after }) => {
  const account = deepFreeze(accountOf({ ...before, holds: [{ key: 'h', until: UNTIL, lots: hold }] }));
  const plan =
    verb === 'post'
      ? planPostHold(account, 'h', 'merchant:m', beijing(at))
      : planVoidHold(account, 'h', beijing(at), false);
  expect(showPostings(plan.postings)).toEqual(postings);
  expect(showAccount(plan.account)).toEqual({ lots: [], held: [], debts: [], ...after });
});

describe('a hold', () => {
  const account = accountOf({ holds: [{ key: 'h', until: UNTIL, lots: ['bonus 3 - @2028-11'] }] });
  const afterMs = beijing(UNTIL) + 1;

  test('is not posted a millisecond after its deadline', () => {
    expect(() => planPostHold(account, 'h', 'merchant:m', afterMs)).toThrow(
      expect.objectContaining({ code: 'HOLD_EXPIRED' }),
    );
  });

  test('lapses after its deadline and not before', () => {
    expect(() => planVoidHold(account, 'h', afterMs - 1, true)).toThrow(RangeError);
    expect(planVoidHold(account, 'h', afterMs, true).account.holds).toEqual([]);
  });

  test.each([
    ['post', () => planPostHold(account, 'other', 'merchant:m', 0)],
    ['void', () => planVoidHold(account, 'other', 0, false)],
  ])('that is closed is none to %s', (_, plan) => {
    expect(plan).toThrow(expect.objectContaining({ code: 'HOLD_CLOSED' }));
  });
});

describe('expiry', () => {
  const lines = {
    lots: ['bonus 3 - @2026-10', 'carbon 4 sz:2024-10 @2026-10', 'bonus 2 - @2026-11', 'bonus 1 - @2026-09'],
    held: ['bonus 7 - @2026-10'],
  };

  test('books out one month’s lots, bonus as expired and carbon to the pool, and leaves held ones', () => {
    const plan = planExpiry(deepFreeze(accountOf(lines)), '2026-10', beijing('2026-11-01 00:00'))!;
    expect(showPostings(plan.postings)).toEqual([
      'user:r > sink:expired bonus 3 - @2026-10',
      'user:r > pool-intake:2026-11-01 carbon 4 sz:2024-10 @2026-10',
    ]);
    expect(showAccount(plan.account)).toEqual({
      lots: ['bonus 2 - @2026-11', 'bonus 1 - @2026-09'],
      held: ['bonus 7 - @2026-10'],
      debts: [],
    });
  });

  test.each([
    ['of a month that goes on', '2026-10', '2026-10-31 23:59'],
    ['of a month of which nothing is left', '2026-08', '2026-11-01 00:00'],
  ])('%s is nothing', (_, month, at) => {
    expect(planExpiry(accountOf(lines), month, beijing(at))).toBeNull();
  });
});

describe('closing an account', () => {
  const nowMs = beijing('2026-11-10 08:00');

  test('pools carbon, deletes bonus, expires what has expired, voids holds and writes debts off', () => {
    const lines = {
      lots: ['bonus 3 - @2028-11', 'bonus 1 - @2026-10', 'carbon 4 sz:2026-11 @2028-11 settles 2026-11-17'],
      held: ['carbon 5 sz:2026-11 @2028-11', 'bonus 2 - @2028-11'],
      debts: ['carbon 6 gz:2026-11'],
    };
    const plan = planClosing(deepFreeze(accountOf(lines)), nowMs)!;
    expect(showPostings(plan.postings)).toEqual([
      'user:r > sink:deleted bonus 3 - @2028-11',
      'user:r > pool-intake:2026-11-17 carbon 4 sz:2026-11 @2028-11',
      'user:r > sink:expired bonus 1 - @2026-10',
      'held:r > sink:deleted bonus 2 - @2028-11',
      'held:r > pool-intake:2026-11-10 carbon 5 sz:2026-11 @2028-11',
      'sink:written-off > debt:r carbon 6 gz:2026-11 @-',
    ]);
    expect(showAccount(plan.account)).toEqual({ lots: [], held: [], debts: [] });
  });

  test('of an empty account is nothing', () => {
    expect(planClosing(accountOf({}), nowMs)).toBeNull();
  });
});
