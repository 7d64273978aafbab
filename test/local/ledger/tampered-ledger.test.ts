import { type LedgerReport, verifyLedger } from '../../../local/ledger/verify-ledger';
import { linesOf, rechain, type SampleLedger, sampleLedger } from './sample-ledger';

let ledger: SampleLedger;
beforeEach(async () => {
  ledger = await sampleLedger();
});

const verify = (): Promise<LedgerReport> => verifyLedger(linesOf(ledger));
const entry = (id: string) => ledger.entries.find(({ _id }) => _id === id)!;
const account = () => ledger.accounts.find(({ _id }) => _id === 'user:b')!;
const remove = (id: string) => {
  ledger.entries = ledger.entries.filter(({ _id }) => _id !== id);
};

interface Posted {
  postings: { lots: { amount: number; origin: string }[]; destination: string; source: string }[];
  balanceAfter: { carbon: { available: number } };
}
const posted = (id: string) => entry(id) as unknown as Posted;

type Tampering = [
  name: string,
  change: () => void,
  fault: { seq: number | null; key: string | null; problem: RegExp },
];

const tamperings: Tampering[] = [
  [
    'a changed amount',
    () => (posted('trip:user:b:2').postings[0]!.lots[0]!.amount += 1),
    { seq: 2, key: 'trip:user:b:2', problem: /changed/ },
  ],
  [
    'a changed balance',
    () => (posted('trip:user:b:2').balanceAfter.carbon.available += 1),
    { seq: 2, key: 'trip:user:b:2', problem: /changed/ },
  ],
  [
    'a field that was added',
    () => (entry('trip:user:b:2').note = 'x'),
    { seq: 2, key: 'trip:user:b:2', problem: /changed/ },
  ],
  [
    'a removed entry',
    () => remove('trip:user:b:3'),
    { seq: 4, key: 'trip:user:b:4', problem: /number 3 is missing/ },
  ],
  [
    'the first entry removed',
    () => remove('trip:user:b:1'),
    { seq: 2, key: 'trip:user:b:2', problem: /number 1 is missing/ },
  ],
  [
    'the last entry removed',
    () => remove('trip:user:b:7'),
    { seq: null, key: 'trip:user:b:6', problem: /says 8 entries, here are 7/ },
  ],
  [
    'a swapped pair',
    () => {
      const [left, right] = [entry('trip:user:b:2'), entry('trip:user:b:4')];
      [left.seq, right.seq] = [right.seq, left.seq];
      [left.chain, right.chain] = [right.chain, left.chain];
    },
    { seq: 2, key: 'trip:user:b:4', problem: /changed/ },
  ],
  [
    'an entry that stands twice',
    () => ledger.entries.push({ ...entry('trip:user:b:3') }),
    { seq: 3, key: 'trip:user:b:3', problem: /number 3 stands twice/ },
  ],
  [
    'an entry moved in from another account',
    () => Object.assign(entry('trip:user:b:3'), { ...entry('trip:user:a:3'), account: 'user:b' }),
    { seq: 3, key: 'trip:user:a:3', problem: /no link/ },
  ],
  [
    'a changed head',
    () => (account().head = '0'.repeat(64)),
    { seq: null, key: 'trip:user:b:7', problem: /head/ },
  ],
  [
    'a changed number',
    () => (account().seq = 9),
    { seq: null, key: 'trip:user:b:7', problem: /says 9 entries/ },
  ],
  [
    'a lot made larger in the account',
    () => ((account().lots as { amount: number }[])[0]!.amount += 5),
    { seq: null, key: 'trip:user:b:7', problem: /another amount of carbon sz:2026-11 2026-12/ },
  ],
  [
    'a debt that was forgiven without an entry',
    () => (account().debts as object[]).push({ kind: 'bonus', origin: '-', amount: 3 }),
    { seq: null, key: 'trip:user:b:7', problem: /owes another amount of bonus -/ },
  ],
  [
    'a vintage counted lower, to get around a cap',
    () => ((account().carbonByVintage as Record<string, number>)['2026-11'] = 0),
    { seq: null, key: 'trip:user:b:7', problem: /another carbon of 2026-11/ },
  ],
  [
    'another first carbon',
    () => (account().firstCarbonKey = null),
    { seq: null, key: 'trip:user:b:7', problem: /first carbon/ },
  ],
  [
    'a lot that is none',
    () => (account().lots = [null]),
    { seq: null, key: 'trip:user:b:7', problem: /the amount undefined/ },
  ],
  [
    'an account without its document',
    () => (ledger.accounts = ledger.accounts.filter(({ _id }) => _id !== 'user:b')),
    { seq: null, key: 'trip:user:b:7', problem: /0 account documents/ },
  ],
  [
    'an account without its entries',
    () => (ledger.entries = ledger.entries.filter(({ account: of }) => of !== 'user:b')),
    { seq: null, key: null, problem: /says 8 entries, here are 0/ },
  ],
];

test.each(tamperings)('%s is found and named', async (_, change, fault) => {
  change();
  const report = await verify();
  expect(report.ok).toBe(false);
  expect(report.faults).toContainEqual({
    account: 'user:b',
    ...fault,
    problem: expect.stringMatching(fault.problem),
  });
});

/** Changes by somebody who can write every hash of the account anew, its head included. */
const rechained: Tampering[] = [
  [
    'a larger credit without a larger balance',
    () => (posted('trip:user:b:2').postings[0]!.lots[0]!.amount += 1),
    { seq: 2, key: 'trip:user:b:2', problem: /balanceAfter/ },
  ],
  [
    'a removed entry in the middle',
    () => remove('trip:user:b:2'),
    { seq: 2, key: 'trip:user:b:3', problem: /balanceAfter/ },
  ],
  [
    'half a credit',
    () => (posted('trip:user:b:2').postings[0]!.lots[0]!.amount = 0.5),
    { seq: 2, key: 'trip:user:b:2', problem: /0.5 is no positive integer/ },
  ],
  [
    'a posting out of nowhere',
    () => (posted('trip:user:b:2').postings[0]!.source = 'somewhere'),
    { seq: 2, key: 'trip:user:b:2', problem: /nothing can be posted from somewhere/ },
  ],
  [
    'a posting from another rider',
    () => (posted('trip:user:b:2').postings[0]!.source = 'user:a'),
    { seq: 2, key: 'trip:user:b:2', problem: /another user/ },
  ],
  [
    'more taken than there was',
    () =>
      posted('trip:user:b:2').postings.push({
        source: 'user:b',
        destination: 'mint:trip',
        lots: [{ amount: 999, origin: 'sz:2026-10', expiresOn: '2026-12' } as never],
        kind: 'carbon',
      } as never),
    { seq: 2, key: 'trip:user:b:2', problem: /takes more carbon sz:2026-10 @2026-12 than there is/ },
  ],
  [
    'a repaid debt that nobody had',
    () => (posted('trip:user:b:5').postings[2]!.lots[0]!.origin = 'sz:2026-09'),
    { seq: 6, key: 'trip:user:b:5', problem: /repays more carbon sz:2026-09 than is owed/ },
  ],
  [
    'an earlier time',
    () => Object.assign(entry('trip:user:b:3'), { atMs: 0, day: '1970-01-01' }),
    { seq: 3, key: 'trip:user:b:3', problem: /earlier/ },
  ],
  [
    'another day',
    () => (entry('trip:user:b:3').day = '2026-11-12'),
    { seq: 3, key: 'trip:user:b:3', problem: /its day is 2026-11-12/ },
  ],
  [
    'no postings',
    () => (entry('trip:user:b:3').postings = []),
    { seq: 3, key: 'trip:user:b:3', problem: /no postings/ },
  ],
  [
    'no balance',
    () => delete entry('trip:user:b:3').balanceAfter,
    { seq: 3, key: 'trip:user:b:3', problem: /balanceAfter/ },
  ],
];

test.each(rechained)('with all hashes made anew, %s is still found', async (_, change, fault) => {
  change();
  rechain(ledger, 'user:b');
  const report = await verify();
  expect(report.faults).toContainEqual({
    account: 'user:b',
    ...fault,
    problem: expect.stringMatching(fault.problem),
  });
});

test('a history made anew under the old head is found by the head', async () => {
  const { head } = account();
  entry('trip:user:b:7').reason = 'another';
  rechain(ledger, 'user:b');
  account().head = head;
  const report = await verify();
  expect(report.faults).toEqual([
    { account: 'user:b', seq: null, key: 'trip:user:b:7', problem: expect.stringMatching(/head/) },
  ]);
});
