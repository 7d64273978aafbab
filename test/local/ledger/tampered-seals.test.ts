import { readKnownRoots } from '../../../local/ledger/known-roots';
import { SealedEntries } from '../../../local/ledger/sealed-entries';
import { type LedgerReport, verifyLedger } from '../../../local/ledger/verify-ledger';
import { leafHash, treeRoot } from '../../../miniprogram/proof';
import { SealedWorld } from '../../cloudfunctions/domain/seals/sealed-world';
import { linesOf, rechain, type SampleLedger } from './sample-ledger';

type Document = Record<string, unknown> & { _id: string };

const DAYS = ['2026-11-18', '2026-11-19', '2026-11-20'] as const;

let ledger: SampleLedger;
let seals: Document[];
let leaves: Document[];

/** Three riders with a ride on each of three days; all three are sealed. */
beforeEach(async () => {
  const world = new SealedWorld();
  for (const day of DAYS) {
    world.nowMs = Date.parse(`${day}T08:00:00+08:00`);
    for (const rider of ['a', 'b', 'c']) await world.earn(`user:${rider}`, `${day}-${rider}`, 10);
  }
  world.nowMs = Date.parse('2026-11-21T00:10:00+08:00');
  await world.seal();
  take(world);
});

function take(world: SealedWorld): void {
  const all = (name: string): Document[] =>
    [...world.documents.of(name).values()].map(text => JSON.parse(text) as Document);
  const trips = all('ledger_entries').map(({ _id }) => ({ _id, state: 'credited', creditedGrams: 10 }));
  ledger = { accounts: all('ledger_accounts'), entries: all('ledger_entries'), trips };
  seals = all('seals');
  leaves = all('seal_leaves');
}

const verify = (knownRoots?: Map<string, string>): Promise<LedgerReport> => {
  const lines = (collection: string, documents: Document[]) =>
    documents.map(document => JSON.stringify({ collection, document }));
  const all = [...lines('seals', seals), ...lines('seal_leaves', leaves), ...linesOf(ledger)];
  return verifyLedger(all, knownRoots);
};

const sealOf = (day: string) => seals.find(({ _id }) => _id === `ledger:${day}`)!;
const chunkOf = (day: string) =>
  leaves.find(({ _id }) => _id === `ledger:${day}:000000`)! as { leaves: string[] } & Document;
const entry = (id: string) => ledger.entries.find(({ _id }) => _id === id)!;
const remove = (id: string) => {
  ledger.entries = ledger.entries.filter(({ _id }) => _id !== id);
};

function resealOnly(day: string): void {
  const chunk = chunkOf(day);
  chunk.root = treeRoot(chunk.leaves.map(text => leafHash(text)));
  Object.assign(sealOf(day), { root: chunk.root, leafCount: chunk.leaves.length });
}

/** What a forger would do who can write seals as well: the day and all days after it made anew. */
function resealFrom(day: string): void {
  for (const later of DAYS.filter(each => each >= day)) {
    const before = DAYS[DAYS.indexOf(later) - 1];
    const previousRoot = before === undefined ? null : sealOf(before).root;
    const chunk = chunkOf(later);
    chunk.leaves[0] = JSON.stringify({ previousRoot });
    Object.assign(sealOf(later), { previousRoot });
    resealOnly(later);
  }
}

test('a sealed ledger is found sound, and says the root that stands for all of it', async () => {
  const report = await verify(new Map([[DAYS[0], String(sealOf(DAYS[0]).root)]]));
  expect(report).toMatchObject({ faults: [], ok: true, accounts: 3, entries: 9 });
  expect(report.seals).toEqual({ seals: 3, last: { day: DAYS[2], root: sealOf(DAYS[2]).root }, waiting: 0 });
});

type Tampering = [name: string, change: () => void, account: string, key: string | null, problem: RegExp];

interface Posted {
  postings: { lots: { amount: number }[] }[];
}

const tamperings: Tampering[] = [
  [
    'an amount that was changed after the seal, with the chain made anew',
    () => {
      (entry('2026-11-19-b') as unknown as Posted).postings[0]!.lots[0]!.amount += 1;
      rechain(ledger, 'user:b');
    },
    'user:b',
    '2026-11-19-b',
    /not what was sealed on 2026-11-19/,
  ],
  [
    'history of a chain that was made anew',
    () => {
      entry('2026-11-18-b').parametersVersion = 2;
      rechain(ledger, 'user:b');
    },
    'user:b',
    '2026-11-18-b',
    /made anew: when 2026-11-18 was sealed/,
  ],
  [
    'an entry that was removed, with the chain made anew',
    () => {
      remove('2026-11-19-c');
      rechain(ledger, 'user:c');
    },
    'seal:2026-11-19',
    '2026-11-19-c',
    /2026-11-19-c was sealed and is missing/,
  ],
  [
    'a pair that was swapped, with the chain made anew',
    () => {
      [entry('2026-11-18-a').seq, entry('2026-11-19-a').seq] = [2, 1];
      rechain(ledger, 'user:a');
    },
    'user:a',
    '2026-11-18-a',
    /not what was sealed on 2026-11-18/,
  ],
  [
    'an account that was removed with all its entries',
    () => {
      ledger.accounts = ledger.accounts.filter(({ _id }) => _id !== 'user:c');
      ledger.entries = ledger.entries.filter(({ account }) => account !== 'user:c');
    },
    'seal:2026-11-20',
    '2026-11-20-c',
    /was sealed and is missing/,
  ],
  [
    'a root that was changed',
    () => Object.assign(sealOf(DAYS[2]), { root: 'a'.repeat(64) }),
    'seal:2026-11-20',
    null,
    /its root was changed/,
  ],
  [
    'a leaf that was removed',
    () => chunkOf(DAYS[1]).leaves.splice(2, 1),
    'seal:2026-11-19',
    null,
    /says 7 leaves, here are 6/,
  ],
  [
    'a leaf that was changed',
    () => {
      chunkOf(DAYS[1]).leaves[1] = chunkOf(DAYS[1]).leaves[2]!;
    },
    'seal:2026-11-19',
    null,
    /chunk 0 of its leaves was changed/,
  ],
  [
    'a seal that was made anew without those after it',
    () => {
      chunkOf(DAYS[0]).leaves.pop();
      sealOf(DAYS[0]).accounts = 2;
      resealOnly(DAYS[0]);
    },
    'seal:2026-11-19',
    null,
    /not made after the seal of 2026-11-18/,
  ],
  [
    'a day between two that was removed',
    () => {
      seals = seals.filter(({ day }) => day !== DAYS[1]);
      leaves = leaves.filter(({ _id }) => !_id.includes(DAYS[1]));
    },
    'seal:2026-11-20',
    null,
    /it was not made after the seal of 2026-11-18/,
  ],
  [
    'a first seal that was removed',
    () => {
      seals = seals.filter(({ day }) => day !== DAYS[0]);
      leaves = leaves.filter(({ _id }) => !_id.includes(DAYS[0]));
    },
    'seal:2026-11-19',
    null,
    /the seal before it is missing/,
  ],
];

test.each(tamperings)('%s is found and named', async (_, change, account, key, problem) => {
  change();
  const report = await verify();
  expect(report.ok).toBe(false);
  const named = report.faults.filter(fault => problem.test(fault.problem));
  expect(named).toContainEqual(expect.objectContaining({ account, key }));
});

test('history that was made anew with all its seals is sound by itself, and not for who has kept a root', async () => {
  const kept = new Map(DAYS.map(day => [day, String(sealOf(day).root)]));
  entry('2026-11-19-b').parametersVersion = 2;
  rechain(ledger, 'user:b');
  for (const [day, key] of DAYS.map(each => [each, `${each}-b`] as const)) {
    const { hash } = (entry(key).chain as { hash: string }[])[0]!;
    chunkOf(day).leaves = chunkOf(day).leaves.map(text => {
      const leaf = JSON.parse(text) as Record<string, unknown>;
      if (leaf.entry === key) return JSON.stringify({ ...leaf, hash });
      return leaf.account === 'user:b' ? JSON.stringify({ ...leaf, head: hash }) : text;
    });
  }
  resealFrom(DAYS[0]);
  expect(await verify()).toMatchObject({ faults: [], ok: true });
  const report = await verify(kept);
  expect(report.faults.map(({ account }) => account)).toEqual(['seal:2026-11-19', 'seal:2026-11-20']);
  expect(report.faults[0]!.problem).toContain('made anew');
});

test('an entry that came after the seal of its day waits for the next seal', async () => {
  const world = new SealedWorld();
  const earn = async (rider: string, time: string) => {
    world.nowMs = Date.parse(`${time}:00+08:00`);
    await world.earn(`user:${rider}`, `late-${rider}`, 10);
  };
  await earn('a', '2026-11-18T08:00');
  world.nowMs = Date.parse('2026-11-19T00:10:00+08:00');
  await world.seal();
  await earn('b', '2026-11-18T23:59');
  take(world);
  expect(await verify()).toMatchObject({ ok: true, faults: [], seals: { waiting: 1 } });
  world.nowMs = Date.parse('2026-11-20T00:10:00+08:00');
  await world.seal();
  take(world);
  expect(await verify()).toMatchObject({ ok: true, faults: [], seals: { seals: 2, waiting: 0 } });
});

test('a sum that no entries lead to is named with its account', async () => {
  const seal = sealOf(DAYS[1]) as unknown as { sums: { amount: number }[] };
  seal.sums[0]!.amount -= 1;
  const { faults } = await verify();
  const problem = 'its sum of mint:trip carbon sz:2026-11 is -31, by its entries -30';
  expect(faults).toEqual([{ account: `seal:${DAYS[1]}`, seq: null, key: null, problem }]);
});

test('a last seal that is gone is missed once there are entries of days after it', async () => {
  for (const day of [DAYS[1], DAYS[2]]) {
    seals = seals.filter(seal => seal.day !== day);
    leaves = leaves.filter(({ _id }) => !_id.includes(day));
  }
  const { faults } = await verify();
  expect(faults).toEqual([
    { account: `seal:${DAYS[1]}`, seq: null, key: null, problem: expect.stringContaining('it is missing') },
  ]);
});

test('what waits for more than seven seals waits in vain', () => {
  const faultsAt = (lastDay: string) => {
    const entries = new SealedEntries();
    entries.addEntry({ ...entry('2026-11-18-a') });
    return [...entries.faults(lastDay)];
  };
  expect(faultsAt('2026-11-24')).toEqual([]);
  const problem = 'it is of a sealed day and in no seal';
  expect(faultsAt('2026-11-25')).toEqual([{ account: 'user:a', seq: 1, key: '2026-11-18-a', problem }]);
});

test('known roots are read by their days, and nothing else is taken for one', () => {
  const [first, second] = ['a'.repeat(64), 'b'.repeat(64)];
  const roots = readKnownRoots([`2026-11-18=${first}`, `2026-11-19=${second}`]);
  expect([...roots]).toEqual([
    ['2026-11-18', first],
    ['2026-11-19', second],
  ]);
  expect(() => readKnownRoots([first])).toThrow(/is not <day>=<root>/);
  expect(() => readKnownRoots([`2026-11-18=${first.slice(1)}`])).toThrow(/is not <day>=<root>/);
  expect(() => readKnownRoots([`2026-11-18=${first}`, `2026-11-18=${second}`])).toThrow(/two roots/);
});

test('a root of a day that has no seal any more is named', async () => {
  const report = await verify(new Map([['2026-11-17', 'a'.repeat(64)]]));
  const problem = 'its root is known and it is missing';
  expect(report.faults).toEqual([{ account: 'seal:2026-11-17', seq: null, key: null, problem }]);
});
