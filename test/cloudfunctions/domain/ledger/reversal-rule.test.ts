import type { Kind } from '../../../../cloudfunctions/domain/ledger/account';
import type { Posting } from '../../../../cloudfunctions/domain/ledger/entry';
import { planReversal } from '../../../../cloudfunctions/domain/ledger/rules';
import {
  type AccountLines,
  accountOf,
  beijing,
  deepFreeze,
  lot,
  rider,
  showAccount,
  showPostings,
} from './notation';

interface Row {
  name: string;
  before: AccountLines;
  /** The posting of the entry that is reversed, `carbon 100 sz:2026-11 @2028-11`, from `mint:trip`. */
  original: string;
  at?: string;
  postings: string[];
  after: { lots?: string[]; debts?: string[]; held?: string[] };
}

function entryOf(line: string): { account: string; postings: Posting[] } {
  const { kind, origin, expiresOn, amount } = lot(line);
  const lots = [{ origin, expiresOn, amount }];
  return {
    account: rider,
    postings: [{ source: 'mint:trip', destination: rider, kind: kind as Kind, lots }],
  };
}

const rows: Row[] = [
  {
    name: 'what is still there goes back to where it came from',
    before: { lots: ['carbon 100 sz:2026-11 @2028-11 settles 2026-11-17', 'bonus 3 - @2028-11'] },
    original: 'carbon 60 sz:2026-11 @2028-11',
    postings: ['user:r > mint:trip carbon 60 sz:2026-11 @2028-11'],
    after: { lots: ['carbon 40 sz:2026-11 @2028-11 settles 2026-11-17', 'bonus 3 - @2028-11'] },
  },
  {
    name: 'of one origin the lots that settle soonest go first, so the rest settles no earlier than its rides',
    before: {
      lots: [
        'carbon 10 sz:2026-11 @2028-11 settles 2026-11-17',
        'carbon 10 sz:2026-11 @2028-11 settles 2026-11-12',
        'carbon 10 sz:2026-11 @2028-11',
      ],
    },
    original: 'carbon 15 sz:2026-11 @2028-11',
    postings: ['user:r > mint:trip carbon 15 sz:2026-11 @2028-11'],
    after: {
      lots: [
        'carbon 10 sz:2026-11 @2028-11 settles 2026-11-17',
        'carbon 5 sz:2026-11 @2028-11 settles 2026-11-12',
      ],
    },
  },
  {
    name: 'lots of one origin that expire at different times are named apart',
    before: { lots: ['carbon 10 sz:2026-10 @2028-11', 'carbon 10 sz:2026-10 @2028-10'] },
    original: 'carbon 15 sz:2026-10 @2028-11',
    postings: [
      'user:r > mint:trip carbon 10 sz:2026-10 @2028-10',
      'user:r > mint:trip carbon 5 sz:2026-10 @2028-11',
    ],
    after: { lots: ['carbon 5 sz:2026-10 @2028-11'] },
  },
  {
    name: 'what is gone is owed',
    before: {},
    original: 'carbon 60 sz:2026-11 @2028-11',
    postings: ['debt:r > mint:trip carbon 60 sz:2026-11 @-'],
    after: { debts: ['carbon 60 sz:2026-11'] },
  },
  {
    name: 'the rest is owed in its own origin, and other lots of that kind repay it, soonest-expiring first',
    before: {
      lots: [
        'carbon 10 sz:2026-11 @2028-11',
        'carbon 30 sz:2026-10 @2028-10',
        'carbon 30 sz:2026-09 @2028-09',
        'bonus 99 - @2028-01',
      ],
    },
    original: 'carbon 60 sz:2026-11 @2028-11',
    postings: [
      'user:r > mint:trip carbon 10 sz:2026-11 @2028-11',
      'debt:r > mint:trip carbon 50 sz:2026-11 @-',
      'user:r > conversion:carbon carbon 30 sz:2026-09 @2028-09',
      'user:r > conversion:carbon carbon 20 sz:2026-10 @2028-10',
      'conversion:carbon > debt:r carbon 50 sz:2026-11 @-',
    ],
    after: { lots: ['carbon 10 sz:2026-10 @2028-10', 'bonus 99 - @2028-01'] },
  },
  {
    name: 'held lots stay, even those of its own origin',
    before: { held: ['carbon 100 sz:2026-11 @2028-11'] },
    original: 'carbon 60 sz:2026-11 @2028-11',
    postings: ['debt:r > mint:trip carbon 60 sz:2026-11 @-'],
    after: { held: ['carbon 100 sz:2026-11 @2028-11'], debts: ['carbon 60 sz:2026-11'] },
  },
  {
    name: 'a lot that has expired is gone, whether or not a job has taken it away',
    before: { lots: ['carbon 60 sz:2024-10 @2026-10'] },
    original: 'carbon 60 sz:2024-10 @2026-10',
    at: '2026-11-01 00:00',
    postings: ['debt:r > mint:trip carbon 60 sz:2024-10 @-'],
    after: { lots: ['carbon 60 sz:2024-10 @2026-10'], debts: ['carbon 60 sz:2024-10'] },
  },
  {
    name: 'in the last minute of its month it can still be taken back',
    before: { lots: ['carbon 60 sz:2024-10 @2026-10'] },
    original: 'carbon 60 sz:2024-10 @2026-10',
    at: '2026-10-31 23:59',
    postings: ['user:r > mint:trip carbon 60 sz:2024-10 @2026-10'],
    after: {},
  },
  {
    name: 'a second debt of one origin adds to the first and stays as old',
    before: { debts: ['carbon 5 sz:2026-11', 'carbon 1 sz:2026-10'] },
    original: 'carbon 60 sz:2026-11 @2028-11',
    postings: ['debt:r > mint:trip carbon 60 sz:2026-11 @-'],
    after: { debts: ['carbon 65 sz:2026-11', 'carbon 1 sz:2026-10'] },
  },
  {
    name: 'bonus is taken back in the same way',
    before: { lots: ['bonus 3 - @2028-11', 'carbon 9 sz:2026-11 @2028-11'] },
    original: 'bonus 5 - @2028-11',
    postings: ['user:r > mint:trip bonus 3 - @2028-11', 'debt:r > mint:trip bonus 2 - @-'],
    after: { lots: ['carbon 9 sz:2026-11 @2028-11'], debts: ['bonus 2 -'] },
  },
];

test.each(rows)('$name', ({ before, original, at = '2026-11-10 08:00', postings, after }) => {
  const plan = planReversal(deepFreeze(accountOf(before)), deepFreeze(entryOf(original)), beijing(at));
  expect(showPostings(plan.postings)).toEqual(postings);
  expect(showAccount(plan.account)).toEqual({ lots: [], held: [], debts: [], ...after });
});

test('an entry is reversed for all that it credited, although a part of it repaid a debt at once', () => {
  const original = entryOf('carbon 100 sz:2026-11 @2028-11');
  original.postings.push(
    {
      source: rider,
      destination: 'conversion:carbon',
      kind: 'carbon',
      lots: [{ origin: 'sz:2026-11', expiresOn: '2028-11', amount: 40 }],
    },
    {
      source: 'conversion:carbon',
      destination: 'debt:r',
      kind: 'carbon',
      lots: [{ origin: 'sz:2026-10', expiresOn: '-', amount: 40 }],
    },
  );
  const account = accountOf({ lots: ['carbon 60 sz:2026-11 @2028-11'] });
  const plan = planReversal(account, original, beijing('2026-11-10 08:00'));
  expect(showPostings(plan.postings)).toEqual([
    'user:r > mint:trip carbon 60 sz:2026-11 @2028-11',
    'debt:r > mint:trip carbon 40 sz:2026-11 @-',
  ]);
});

test('carbon taken back counts no longer against its vintage, also when it is owed', () => {
  const account = {
    ...accountOf({ lots: ['carbon 10 sz:2026-11 @2028-11'] }),
    carbonByVintage: { '2026-11': 90 },
  };
  const plan = planReversal(account, entryOf('carbon 60 sz:2026-11 @2028-11'), beijing('2026-11-10 08:00'));
  expect(plan.account.carbonByVintage).toEqual({ '2026-11': 30 });
});

test('a vintage that is no longer kept stays forgotten', () => {
  const account = { ...accountOf({}), carbonByVintage: { '2026-11': 90 } };
  const plan = planReversal(account, entryOf('carbon 60 sz:2026-01 @2028-01'), beijing('2026-11-10 08:00'));
  expect(plan.account.carbonByVintage).toEqual({ '2026-11': 90 });
});

test('an entry that credited nothing, such as a reversal, cannot be reversed', () => {
  const reversal = {
    account: rider,
    postings: planReversal(accountOf({}), entryOf('bonus 5 - @2028-11'), 0).postings,
  };
  expect(() => planReversal(accountOf({}), reversal, 0)).toThrow(RangeError);
});
