import { type LedgerReport, verifyLedger } from '../../../local/ledger/verify-ledger';
import { linesOf, type SampleLedger } from './sample-ledger';
import { rechainAll, sampleTrade } from './sample-trade';

interface Lot {
  kind: string;
  amount: number;
}
interface Written {
  _id: string;
  account: string;
  deadlineMs?: number;
  postings: { source: string; destination: string; kind: string; lots: Lot[] }[];
  chain: { account: string }[];
  serials: { from: number; to: number }[];
  balanceAfter: Record<'carbon' | 'bonus', { held: number; available: number }>;
}
interface Kept {
  lots: Lot[];
  holds: { key: string; deadlineMs: number; lots: Lot[] }[];
  nextExpiryOn: string;
  nextDeadlineMs: number;
  serials: { issued: number; left: number };
}

let ledger: SampleLedger;
let shard: string;
beforeEach(async () => {
  ledger = await sampleTrade();
  shard = entry('reward').postings[0]!.source;
});

const verify = (): Promise<LedgerReport> => verifyLedger(linesOf(ledger));
const entry = (id: string) => ledger.entries.find(({ _id }) => _id === id) as unknown as Written;
const document = (id: string) => ledger.accounts.find(({ _id }) => _id === id) as unknown as Kept;
const lotOf = (id: string) => entry(id).postings[0]!.lots[0]!;

test('a ledger of holds, rewards and pools is found sound, and the equation names where everything is', async () => {
  const report = await verify();
  expect(report).toMatchObject({ accounts: 5, entries: 12, faults: [], ok: true });
  expect(report.equations.map(({ left, right }) => `${left} | ${right}`)).toEqual([
    '30 | 21 + 0 − 0 + pool 5 + sink:retired 4 = 30',
    '0 | 0',
    '30 | 13 + 5 − 0 + campaign 6 + merchant 6 = 30',
    '0 | 0',
    'every origin | every origin',
    '30 | 30',
  ]);
});

test('the order of the lines does not matter', async () => {
  expect(await verifyLedger(linesOf(ledger).reverse())).toMatchObject({ entries: 12, ok: true });
});

type Case = [name: string, change: () => void, account: () => string, key: string | null, problem: RegExp];

const a = () => 'user:a';
const inShard = () => shard;
const pool = () => 'pool:sz:2026-11';

test.each<Case>([
  ['a larger reward, to the rider', () => (lotOf('reward').amount += 1), a, 'reward', /changed/],
  ['a larger reward, to the shard', () => (lotOf('reward').amount += 1), inShard, 'reward', /changed/],
  [
    'a reward taken out, to the shard',
    () => (ledger.entries = ledger.entries.filter(({ _id }) => _id !== 'reward')),
    inShard,
    'fund',
    /says 2 entries, here are 1/,
  ],
  [
    'a hold let go in the document',
    () => document('user:a').lots.push(...document('user:a').holds.pop()!.lots),
    a,
    'open',
    /holds another amount of bonus/,
  ],
  ['a hold left out', () => document('user:a').holds.pop(), a, 'open', /0 holds, its entries 1/],
  ['a hold under another key', () => (document('user:a').holds[0]!.key = 'x'), a, 'open', /no entry opened/],
  ['a later deadline', () => (document('user:a').holds[0]!.deadlineMs += 1), a, 'open', /another deadline/],
  ['a larger hold', () => (document('user:a').holds[0]!.lots[0]!.amount += 1), a, 'open', /another amount/],
  ['a later expiry', () => (document('user:a').nextExpiryOn = '2029-01'), a, 'open', /next expiry/],
  ['a later next deadline', () => (document('user:a').nextDeadlineMs += 1), a, 'open', /next deadline/],
  ['a larger budget', () => (document(shard).lots[0]!.amount += 1), inShard, 'reward', /another amount/],
  [
    'numbers skipped',
    () => (document('pool:sz:2026-11').serials.left += 1),
    pool,
    'retired',
    /grams that left/,
  ],
])('%s is found and named', async (_, change, account, key, problem) => {
  change();
  const { faults, ok } = await verify();
  expect(ok).toBe(false);
  const fault = { account: account(), key, problem: expect.stringMatching(problem) };
  expect(faults).toContainEqual(expect.objectContaining(fault));
});

const posted = 'posted:bought';

/** By somebody who can make all hashes anew. */
test.each<Case>([
  [
    'a reward that its shard’s chain does not know',
    () => (entry('reward').chain = [entry('reward').chain[0]!]),
    a,
    'reward',
    /touches campaign:c#0\d without a link/,
  ],
  [
    'a link of an account that is not touched',
    () => entry('gift').chain.push({ account: 'merchant:m' }),
    a,
    'gift',
    /in the chain of merchant:m without touching it/,
  ],
  [
    'a rider who comes second',
    () => entry('reward').chain.reverse(),
    a,
    'reward',
    /the first link is campaign:c#0\d’s/,
  ],
  [
    'more than the shard had',
    () => (lotOf('reward').amount = 6),
    inShard,
    'reward',
    /more bonus - @- than there/,
  ],
  [
    'a posted hold whose deadline had passed',
    () => (entry('bought').deadlineMs = 1),
    a,
    posted,
    /deadline has passed/,
  ],
  ['a hold without a deadline', () => delete entry('bought').deadlineMs, a, 'bought', /has no deadline/],
  ['a part of a hold posted', () => (lotOf(posted).amount -= 1), a, posted, /leaves a part of the hold/],
  [
    'more posted than was held',
    () => (lotOf(posted).amount += 1),
    a,
    posted,
    /out of a hold than was set aside/,
  ],
  [
    'a hold closed under another key',
    () => (entry(posted)._id = 'x'),
    a,
    'x',
    /closes the hold bought under another/,
  ],
  [
    'something held that was never there',
    () => (entry('bought').postings[0]!.source = 'mint:manual'),
    a,
    'bought',
    /sets mint:manual’s credits aside/,
  ],
  [
    'another rider’s hold posted',
    () => (entry(posted).postings[0]!.source = 'held:b'),
    a,
    posted,
    /out of a hold|leaves a part|another user’s held:b/,
  ],
  [
    'a balance without what is held',
    () => (entry('open').balanceAfter.bonus.held = 0),
    a,
    'open',
    /balanceAfter/,
  ],
  [
    'grams with others’ numbers',
    () => (entry('retired').serials[0]!.from = 2),
    pool,
    'retired',
    /numbers 1 to 4/,
  ],
])('with all hashes made anew, %s is still found', async (_, change, account, key, problem) => {
  change();
  rechainAll(ledger);
  const { faults } = await verify();
  const fault = { account: account(), key, problem: expect.stringMatching(problem) };
  expect(faults).toContainEqual(expect.objectContaining(fault));
});

test('a line that hides the second account of its entry is not believed', async () => {
  const lines = linesOf(ledger);
  const at = lines.findIndex(line => line.includes('"_id":"reward"'));
  // The last of two fields of one name is the one that counts.
  const hidden = JSON.stringify(entry('reward').chain).replaceAll('previousHash', 'previous\\u0048ash');
  lines[at] = lines[at]!.replace(/}}$/, `,"chain":${hidden}}}`).replace(/"chain":\[\{[^}]*\},/, '"chain":[');
  const { faults } = await verifyLedger(lines);
  expect(faults).toContainEqual(
    expect.objectContaining({ problem: 'a line cannot be read: reward names two accounts' }),
  );
});
