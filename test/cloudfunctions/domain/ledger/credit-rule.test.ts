import { Refusal } from '../../../../cloudfunctions/contract/errors';
import { planCredit } from '../../../../cloudfunctions/domain/ledger/rules';
import {
  type AccountLines,
  accountOf,
  beijing,
  deepFreeze,
  parameters,
  showAccount,
  showPostings,
} from './notation';

interface Row {
  name: string;
  before: AccountLines;
  /** `carbon 100 sz:2026-11`, from `mint:trip`. */
  credit: string;
  at?: string;
  postings: string[];
  after: { lots: string[]; debts?: string[]; held?: string[] };
}

const creditOf = (line: string) => {
  const [kind, amount, origin] = line.split(' ');
  return { kind: kind as 'carbon' | 'bonus', amount: Number(amount), origin: origin!, source: 'mint:trip' };
};

const rows: Row[] = [
  {
    name: 'carbon is a lot of its own until the reversal window has passed, and lives for 24 months',
    before: {},
    credit: 'carbon 100 sz:2026-11',
    postings: ['mint:trip > user:r carbon 100 sz:2026-11 @2028-11'],
    after: { lots: ['carbon 100 sz:2026-11 @2028-11 settles 2026-11-17'] },
  },
  {
    name: 'bonus does not settle',
    before: {},
    credit: 'bonus 5 -',
    postings: ['mint:trip > user:r bonus 5 - @2028-11'],
    after: { lots: ['bonus 5 - @2028-11'] },
  },
  {
    name: 'the month of expiry follows the day of crediting in Beijing, the vintage the ride',
    before: {},
    credit: 'carbon 7 sz:2026-10',
    at: '2026-11-01 00:00',
    postings: ['mint:trip > user:r carbon 7 sz:2026-10 @2028-11'],
    after: { lots: ['carbon 7 sz:2026-10 @2028-11 settles 2026-11-08'] },
  },
  {
    name: 'one minute before, the day and the month are still the old ones',
    before: {},
    credit: 'carbon 7 sz:2026-10',
    at: '2026-10-31 23:59',
    postings: ['mint:trip > user:r carbon 7 sz:2026-10 @2028-10'],
    after: { lots: ['carbon 7 sz:2026-10 @2028-10 settles 2026-11-07'] },
  },
  {
    name: 'lots of one origin, expiry and settlement day merge; others do not',
    before: {
      lots: [
        'carbon 1 sz:2026-11 @2028-11 settles 2026-11-17',
        'carbon 2 sz:2026-11 @2028-11 settles 2026-11-16',
        'carbon 4 gz:2026-11 @2028-11 settles 2026-11-17',
      ],
    },
    credit: 'carbon 100 sz:2026-11',
    postings: ['mint:trip > user:r carbon 100 sz:2026-11 @2028-11'],
    after: {
      lots: [
        'carbon 101 sz:2026-11 @2028-11 settles 2026-11-17',
        'carbon 2 sz:2026-11 @2028-11 settles 2026-11-16',
        'carbon 4 gz:2026-11 @2028-11 settles 2026-11-17',
      ],
    },
  },
  {
    name: 'a lot settles with the beginning of its day and merges with its like',
    before: {
      lots: [
        'carbon 1 sz:2026-11 @2028-11',
        'carbon 2 sz:2026-11 @2028-11 settles 2026-11-10',
        'carbon 4 sz:2026-11 @2028-11 settles 2026-11-11',
      ],
    },
    credit: 'bonus 1 -',
    at: '2026-11-10 00:00',
    postings: ['mint:trip > user:r bonus 1 - @2028-11'],
    after: {
      lots: [
        'carbon 3 sz:2026-11 @2028-11',
        'carbon 4 sz:2026-11 @2028-11 settles 2026-11-11',
        'bonus 1 - @2028-11',
      ],
    },
  },
  {
    name: 'a debt is repaid from what came in, through the conversion account of its kind',
    before: { debts: ['carbon 40 sz:2026-10'] },
    credit: 'carbon 100 sz:2026-11',
    postings: [
      'mint:trip > user:r carbon 100 sz:2026-11 @2028-11',
      'user:r > conversion:carbon carbon 40 sz:2026-11 @2028-11',
      'conversion:carbon > debt:r carbon 40 sz:2026-10 @-',
    ],
    after: { lots: ['carbon 60 sz:2026-11 @2028-11 settles 2026-11-17'] },
  },
  {
    name: 'the oldest debt is repaid first and a credit that is too small leaves the rest owed',
    before: { debts: ['carbon 40 sz:2026-10', 'carbon 5 sz:2026-09'] },
    credit: 'carbon 42 sz:2026-11',
    postings: [
      'mint:trip > user:r carbon 42 sz:2026-11 @2028-11',
      'user:r > conversion:carbon carbon 40 sz:2026-11 @2028-11',
      'conversion:carbon > debt:r carbon 40 sz:2026-10 @-',
      'user:r > conversion:carbon carbon 2 sz:2026-11 @2028-11',
      'conversion:carbon > debt:r carbon 2 sz:2026-09 @-',
    ],
    after: { lots: [], debts: ['carbon 3 sz:2026-09'] },
  },
  {
    name: 'a debt of the other kind is none of its business',
    before: { debts: ['bonus 40 -'] },
    credit: 'carbon 100 sz:2026-11',
    postings: ['mint:trip > user:r carbon 100 sz:2026-11 @2028-11'],
    after: { lots: ['carbon 100 sz:2026-11 @2028-11 settles 2026-11-17'], debts: ['bonus 40 -'] },
  },
  {
    name: 'held lots repay nothing, expired lots neither',
    before: {
      lots: ['carbon 9 sz:2024-10 @2026-10'],
      held: ['carbon 30 sz:2026-09 @2028-09'],
      debts: ['carbon 10 sz:2026-10'],
    },
    credit: 'carbon 4 sz:2026-11',
    postings: [
      'mint:trip > user:r carbon 4 sz:2026-11 @2028-11',
      'user:r > conversion:carbon carbon 4 sz:2026-11 @2028-11',
      'conversion:carbon > debt:r carbon 4 sz:2026-10 @-',
    ],
    after: {
      lots: ['carbon 9 sz:2024-10 @2026-10'],
      held: ['carbon 30 sz:2026-09 @2028-09'],
      debts: ['carbon 6 sz:2026-10'],
    },
  },
];

test.each(rows)('$name', ({ before, credit, at = '2026-11-10 08:00', postings, after }) => {
  const plan = planCredit(deepFreeze(accountOf(before)), creditOf(credit), beijing(at), parameters);
  expect(showPostings(plan.postings)).toEqual(postings);
  expect(showAccount(plan.account)).toEqual({ held: [], debts: [], ...after });
});

describe('caps look at carbon by vintage month', () => {
  const credited = (line: string, account = accountOf({})) =>
    planCredit(account, creditOf(line), beijing('2026-11-10 08:00'), parameters).account;

  test('carbon is summed by vintage whatever its factor set, bonus not at all', () => {
    const first = credited('carbon 100 sz:2026-11');
    const second = credited('carbon 11 gz:2026-11', credited('carbon 7 sz:2026-10', first));
    expect(credited('bonus 5 -', second).carbonByVintage).toEqual({ '2026-10': 7, '2026-11': 111 });
  });

  test('the latest five months are kept, so that a ride credited three months late still counts', () => {
    const months = ['2026-11', '2026-10', '2026-12', '2027-01', '2027-02', '2026-09', '2027-03'];
    const account = months.reduce((so, month) => credited(`carbon 1 sz:${month}`, so), accountOf({}));
    expect(Object.keys(account.carbonByVintage)).toEqual([
      '2026-11',
      '2026-12',
      '2027-01',
      '2027-02',
      '2027-03',
    ]);
  });
});

describe('a credit is refused', () => {
  const lots = ['bonus 1 - @2028-01', 'bonus 1 - @2028-02'];
  const twoLots = { ...parameters, lotLimit: 2 };
  const nowMs = beijing('2026-11-10 08:00');

  test('when it would make a lot more than the limit; held lots count', () => {
    const full = [accountOf({ lots }), accountOf({ lots: lots.slice(1), held: lots.slice(0, 1) })];
    for (const account of full) {
      const plan = () => planCredit(deepFreeze(account), creditOf('bonus 1 -'), nowMs, twoLots);
      expect(plan).toThrow(new Refusal('LOT_LIMIT'));
    }
  });

  test('but not when it merges with a lot, or is used up by a debt', () => {
    const merged = planCredit(
      accountOf({ lots: ['bonus 1 - @2028-11', lots[0]!] }),
      creditOf('bonus 1 -'),
      nowMs,
      twoLots,
    );
    expect(merged.account.lots).toHaveLength(2);
    const repaid = accountOf({
      lots: ['carbon 1 sz:2026-01 @2028-01', 'carbon 1 sz:2026-02 @2028-02'],
      debts: ['bonus 9 -'],
    });
    expect(planCredit(repaid, creditOf('bonus 9 -'), nowMs, twoLots).account.debts).toEqual([]);
  });

  test('and not when lots that settle on different days can settle together, with the last of them', () => {
    const lines = [
      'carbon 1 sz:2026-11 @2028-11 settles 2026-11-15',
      'carbon 2 sz:2026-11 @2028-11',
      'carbon 4 gz:2026-11 @2028-11 settles 2026-11-12',
    ];
    const full = deepFreeze(accountOf({ lots: lines }));
    const plan = planCredit(full, creditOf('carbon 8 sz:2026-11'), nowMs, twoLots);
    expect(showAccount(plan.account).lots).toEqual([
      'carbon 11 sz:2026-11 @2028-11 settles 2026-11-17',
      'carbon 4 gz:2026-11 @2028-11 settles 2026-11-12',
    ]);
  });

  test.each([
    ['no credits', 'bonus 0 -'],
    ['less than none', 'bonus -1 -'],
    ['half a credit', 'bonus 1.5 -'],
    ['more than can be counted exactly', `bonus ${2 ** 53} -`],
    ['bonus with an origin', 'bonus 1 sz:2026-11'],
    ['carbon without an origin', 'carbon 1 -'],
    ['carbon without a vintage month', 'carbon 1 sz:2026-13'],
  ])('%s: a mistake of the caller', (_, line) => {
    expect(() => planCredit(accountOf({}), creditOf(line), nowMs, parameters)).toThrow(RangeError);
  });

  test('when sums would no longer be exact', () => {
    const most = Number.MAX_SAFE_INTEGER;
    const plan = (held: string) =>
      planCredit(accountOf({ held: [held] }), creditOf('bonus 1 -'), nowMs, parameters);
    expect(plan(`bonus ${most - 1} - @2028-11`).account.lots).toHaveLength(1);
    expect(() => plan(`bonus ${most} - @2028-11`)).toThrow(RangeError);
  });

  test('for an account that is no user’s', () => {
    const campaign = { ...accountOf({}), _id: 'campaign:c#1' };
    expect(() => planCredit(campaign, creditOf('bonus 1 -'), nowMs, parameters)).toThrow(RangeError);
  });
});
