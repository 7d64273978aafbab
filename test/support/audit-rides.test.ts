import {
  type Account,
  closeUser,
  credit,
  type Entry,
  postHold,
  reverseEntry,
  spendCredits,
} from '../../cloudfunctions/domain/ledger';
import type { Trip } from '../../cloudfunctions/domain/rides';
import type { Platform } from '../../cloudfunctions/platform';
import { evidenceCommitment } from '../../miniprogram/proof';
import { beijing, parameters, rider } from '../cloudfunctions/domain/ledger/notation';
import { shorthandFor } from '../cloudfunctions/domain/ledger/world/shorthand';
import {
  plainFate,
  SimulatedDatabase,
  SimulatedStore,
} from '../cloudfunctions/domain/ledger/world/simulated-database';
import { problemsOf, type RiderDay, type RidesBooks } from './audit-rides';

/** The audit has to find what is wrong also where riders have spent, set aside, given back and left. */
const SALT = 'a-salt-of-twenty-two-or-more';
const nowMs = beijing('2026-11-10 08:00');
let store: SimulatedStore;
let platform: Platform;
let trips: Trip[];

const { factsOf, shared, bonus, hold, fund, pay } = shorthandFor(() => ({ platform, nowMs }), nowMs + 1);

/** A ride of a hundred grams that ended an hour after it began. */
async function ride(number: number): Promise<void> {
  const _id = `trip:bawei:${number}`;
  const evidence = { ticketId: `ticket ${number}` } as Trip['evidence'];
  const what = { kind: 'carbon' as const, origin: 'sz:2026-11', amount: 100, source: 'mint:trip' };
  const commitment = evidenceCommitment(SALT, evidence);
  const reference = { type: 'trip' as const, id: _id };
  await credit(platform, rider, what, { ...factsOf(_id), commitment, reference }, parameters);
  const times = { fromMs: nowMs - (2 * number + 1) * 3_600_000, toMs: nowMs - 2 * number * 3_600_000 };
  trips.push({
    ...({ _id, entryKey: _id, uid: 'r', state: 'credited', salt: SALT, evidence } as Trip),
    ...{ ...times, creditedGrams: 100, source: 'partner', day: '2026-11-10', isFirst: number === 0 },
  });
}

async function takeBack(trip: Trip): Promise<void> {
  await reverseEntry(platform, trip._id, shared());
  trip.state = 'reversed';
}

const daysOf = (listed: readonly Trip[]): RiderDay[] => [
  {
    ...{ _id: 'r:2026-11-10', uid: 'r', day: '2026-11-10' },
    trips: listed.map(({ _id: tripId, source, entryKey, fromMs, toMs }) => ({
      ...{ tripId, source, entryKey, fromMs, toMs },
    })),
    gramsBySource: { partner: 100 * listed.length },
  },
];

const books = (): RidesBooks => ({
  trips,
  days: daysOf(trips.filter(({ state, uid }) => state === 'credited' && uid !== null)),
  accounts: store.all<Account>('ledger_accounts'),
  entries: store.all<Entry>('ledger_entries'),
});

beforeEach(async () => {
  store = new SimulatedStore();
  trips = [];
  const keyedDigest = (...parts: string[]) => parts.join(' ');
  const database = new SimulatedDatabase(store, plainFate);
  platform = { database, nowMs: () => nowMs, keyedDigest } as unknown as Platform;
  for (const number of [0, 1, 2]) await ride(number);
  await bonus(30);
  await fund(50);
  await pay(5);
  await hold(20);
  await postHold(platform, rider, { key: 'hold', bonusTo: 'merchant:m' }, shared());
  await spendCredits(platform, rider, { amount: 120, bonusTo: 'merchant:m' }, factsOf('spend'));
  await hold(40, 'open');
  await takeBack(trips[1]!);
});

test('rides fit where credits have gone on since', () => {
  expect(problemsOf(books())).toEqual([]);
});

test('rides fit where their rider has been forgotten', async () => {
  await closeUser(platform, rider, shared());
  for (const trip of trips) Object.assign(trip, { uid: null, salt: null, evidence: null });
  expect(problemsOf(books())).toEqual([]);
});

const accountOf = (accounts: readonly Account[], id: string): Account =>
  accounts.find(({ _id }) => _id === id)!;

const changed = (change: (of: RidesBooks) => void): string[] => {
  const wrong = structuredClone(books());
  change(wrong);
  return problemsOf(wrong);
};

test.each<[string, (of: RidesBooks) => void, string]>([
  ['a gram out of nothing', ({ trips }) => void trips.pop(), 'belongs to no trip'],
  [
    'a ride that paid more than it says',
    ({ trips }) => Object.assign(trips[0]!, { creditedGrams: 101 }),
    '100 were posted',
  ],
  [
    'a reversal that no ride knows',
    ({ trips }) => Object.assign(trips[1]!, { state: 'credited' }),
    'is credited',
  ],
  [
    'held credits that are gone',
    ({ accounts }) => Object.assign(accountOf(accounts, rider), { holds: [] }),
    'but its entries sum to',
  ],
  [
    'a merchant’s credits that are gone',
    ({ accounts }) => Object.assign(accountOf(accounts, 'merchant:m'), { lots: [] }),
    'but its entries sum to',
  ],
  [
    'an entry that is gone from a campaign’s chain',
    ({ entries }) =>
      void entries.splice(
        entries.findIndex(({ _id }) => _id === 'pay'),
        1,
      ),
    'the chain is broken',
  ],
  [
    'a month that counts another carbon',
    ({ accounts }) => Object.assign(accountOf(accounts, rider), { carbonByVintage: { '2026-11': 100 } }),
    '200 in 2026-11',
  ],
])('%s is found', (_, change, problem) => {
  expect(changed(change)).toContainEqual(expect.stringContaining(problem));
});
