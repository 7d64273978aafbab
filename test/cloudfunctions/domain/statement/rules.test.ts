import type { Entry } from '../../../../cloudfunctions/domain/ledger';
import type { TripName } from '../../../../cloudfunctions/domain/rides';
import {
  isNamedBy,
  isOfSize,
  type Question,
  type Words,
} from '../../../../cloudfunctions/domain/statement/rules';

const account = 'user:r';
const posting = (
  source: string,
  destination: string,
  amount: number,
  kind: 'carbon' | 'bonus' = 'carbon',
) => ({
  source,
  destination,
  kind,
  lots: [{ origin: '-', expiresOn: '2028-11', amount }],
});
const entryWith = (...postings: Entry['postings']): Entry =>
  ({ account, reason: 'trip', day: '2026-03-06', postings }) as unknown as Entry;

const received = entryWith(posting('mint:trip', account, 41));
const spent = entryWith(posting(account, 'held:r', 100), posting(account, 'held:r', 20, 'bonus'));
const repaid = entryWith(posting('mint:trip', account, 50), posting(account, 'conversion:carbon', 30));

describe('size and direction', () => {
  test.each<[Question, string]>([
    [{}, 'received spent repaid'],
    [{ direction: 'in' }, 'received repaid'],
    [{ direction: 'out' }, 'spent'],
    [{ leastAmount: 41 }, 'received spent'],
    [{ leastAmount: 42 }, 'spent'],
    [{ leastAmount: 121 }, ''],
    [{ direction: 'in', leastAmount: 20 }, 'received repaid'],
    [{ direction: 'in', leastAmount: 21 }, 'received'],
  ])('%j lets through: %s', (question, names) => {
    const all = { received, spent, repaid };
    const through = Object.entries(all).filter(([, entry]) => isOfSize(question, entry));
    expect(through.map(([name]) => name).join(' ')).toBe(names);
  });
});

const trip: TripName = {
  mode: 'metro',
  entry: { station: '深圳北站' },
  exit: { station: '车公庙' },
  fromMs: Date.parse('2026-03-05T23:30:00+08:00'),
};
const ofPlaces: TripName = {
  mode: 'shared-bike',
  entry: { longitude: 114, latitude: 22 },
  exit: { longitude: 114, latitude: 22 },
  fromMs: 0,
};

describe('words', () => {
  test.each<[Words, TripName | null, boolean]>([
    [{ station: '车公庙' }, trip, true],
    [{ station: '公庙' }, trip, true],
    [{ station: '车公庙站' }, trip, true],
    [{ station: '深圳北' }, trip, true],
    [{ station: ' 深圳 北站 ' }, trip, true],
    [{ station: '罗湖' }, trip, false],
    [{ station: '站' }, trip, false],
    [{ station: '车公庙' }, null, false],
    [{ station: '车公庙' }, ofPlaces, false],
    [{ modes: ['shared-bike'] }, ofPlaces, true],
    [{ modes: ['shared-bike'] }, trip, false],
    [{ modes: ['metro'] }, null, false],
    [{ reasons: ['trip'] }, null, true],
    [{ reasons: ['expired'] }, trip, false],
    [{ amount: 41 }, null, true],
    [{ amount: 40 }, trip, false],
    [{ station: '罗湖', amount: 41 }, trip, true],
    [{ when: '2026-03-06' }, null, true],
    [{ when: '2026-03-06' }, trip, true],
    [{ when: '2026-03-05' }, trip, true],
    [{ when: '2026-03-05' }, null, false],
    [{ when: '2026-03-04' }, trip, false],
    [{ when: '2026-03' }, null, true],
    [{ when: '2026-02' }, trip, false],
    [{}, trip, false],
  ])('%j names an entry of 41 with trip %j: %s', (words, named, isNamed) => {
    expect(isNamedBy(words, received, named)).toBe(isNamed);
  });

  test('an amount is found whether it came or went', () => {
    expect(isNamedBy({ amount: 120 }, spent, null)).toBe(true);
  });
});
