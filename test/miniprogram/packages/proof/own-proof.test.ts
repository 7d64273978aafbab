import * as ledger from '../../../../cloudfunctions/domain/ledger';
import { openLedgerHandlers } from '../../../../cloudfunctions/functions/api/procedures/open-ledger';
import { ownProofHandlers } from '../../../../cloudfunctions/functions/api/procedures/own-proof';
import { type Change, forge, GAIN, type Way, ways } from '../../../../local/demo/tamper/forge';
import { chooseEntry, type History } from '../../../../local/demo/tamper/history';
import {
  type ProofProgress,
  type ProofResult,
  proveOwnAccount,
} from '../../../../miniprogram/packages/proof/services/own-proof';
import { SealedWorld } from '../../../cloudfunctions/domain/seals/sealed-world';
import { historyOf, writeChanges } from '../../../local/demo/tamper/forged-world';
import { type FakeWx, installFakeWx, ok } from '../../services/fake-wx';

const DAYS = ['2026-11-18', '2026-11-19', '2026-11-20'] as const;
const RIDER = 'user:b';

let world: SealedWorld;
let wx: FakeWx;
/** What the server answers instead of the truth, by procedure. */
let lies: Record<string, (answer: Record<string, unknown>) => unknown>;

/** Two riders with two rides on each of three days; all three are sealed. Today there is one that is not. */
beforeEach(async () => {
  world = new SealedWorld();
  for (const day of DAYS) await rides(day);
  world.nowMs = Date.parse('2026-11-21T00:10:00+08:00');
  await world.seal();
  await world.earn(RIDER, 'today', 7);
  lies = {};
  wx = installFakeWx();
  wx.answer = async data => ok(await answer(data));
});

async function rides(day: string): Promise<void> {
  for (const hour of ['08', '18']) {
    world.nowMs = Date.parse(`${day}T${hour}:00:00+08:00`);
    for (const rider of ['user:a', RIDER]) await world.earn(rider, `${day}-${hour}-${rider}`, 10);
  }
}

/** The product's own procedures over the world's documents. */
async function answer({ procedure, input }: { procedure: string; input: unknown }): Promise<unknown> {
  const platform = world.process();
  const call = { platform, uid: 'b', input: input as never } as never;
  const handlers = { ...ownProofHandlers, ...openLedgerHandlers } as Record<
    string,
    { run(call: never): Promise<unknown> }
  >;
  const told =
    procedure === 'ledger.balance'
      ? { atMs: world.nowMs, balance: await ledger.readBalance(platform, RIDER) }
      : await handlers[procedure]!.run({
          ...(call as object),
          input: { afterSeq: 0, limit: 2, ...(input as object) },
        } as never);
  return lies[procedure]?.(structuredClone(told) as Record<string, unknown>) ?? told;
}

const history = (): History => historyOf(world, RIDER, DAYS[2]);
const write = (changes: readonly Change[], side: 'before' | 'after'): void =>
  writeChanges(world, changes, side);

/** Forges the second entry of the second day. */
function tamper(way: Way): Change[] {
  const before = history();
  const changes = forge(way, before, chooseEntry({ ...before, sealedUpTo: DAYS[1] })!);
  write(changes, 'after');
  return changes;
}

const prove = (): Promise<ProofResult> => proveOwnAccount(() => true);

test('a sound account is proved: entries, balance, seals and days; today’s entry waits for its seal', async () => {
  const told: ProofProgress[] = [];
  const result = await proveOwnAccount(progress => {
    told.push(progress);
    return true;
  });
  expect(result).toMatchObject({
    fault: null,
    stoppedAt: null,
    entries: 7,
    days: 3,
    sealedEntries: 6,
    available: 67,
    seenBefore: 0,
    watchedSinceMs: null,
    accused: null,
  });
  expect(result.last?.day).toBe(DAYS[2]);
  expect(told.filter(({ stage }) => stage === 'entries').map(({ done }) => done)).toEqual([2, 4, 6, 7]);
  expect(told.at(-1)).toEqual({ stage: 'days', done: 3, inAll: 3 });
});

test('what was proved before is not asked for again, and the roots that were seen are compared', async () => {
  await prove();
  wx.sent.splice(0);
  const again = await prove();
  expect(again).toMatchObject({ fault: null, days: 3, seenBefore: 3 });
  expect(again.watchedSinceMs).toEqual(expect.any(Number));
  expect(wx.procedures.filter(name => name === 'ledger.proof')).toEqual([]);
});

const found: Record<Way, { code: string; seq: number; key: string | null }> = {
  amount: { code: 'CHANGED', seq: 4, key: `2026-11-19-18-${RIDER}` },
  removed: { code: 'MISSING', seq: 4, key: null },
  swapped: { code: 'CHANGED', seq: 4, key: `2026-11-20-08-${RIDER}` },
  balance: { code: 'CHANGED', seq: 4, key: `2026-11-19-18-${RIDER}` },
  rechained: { code: 'NOT_AS_SEALED', seq: 4, key: `2026-11-19-18-${RIDER}` },
};

describe.each(['on the first visit', 'on a later visit'])('%s', visit => {
  test.each(ways)('%s: the entry is named, and all is well once it is put back', async way => {
    if (visit === 'on a later visit') await prove();
    const changes = tamper(way);
    expect((await prove()).fault).toMatchObject(found[way]);
    write(changes, 'before');
    expect((await prove()).fault).toBeNull();
  });
});

test('the entry that is wrong is told as it stands now', async () => {
  tamper('amount');
  const { accused } = await prove();
  expect(accused).toEqual({ reason: 'test', day: DAYS[1], amount: expect.any(Number) });
  expect(accused?.amount).toBeGreaterThan(GAIN);
});

test('a history that was made anew with its seals is found by who has seen a root before, and only by him', async () => {
  await prove();
  const seen = structuredClone(wx.stored.get('seen-roots'));
  world = world.copy();
  const changes = tamper('rechained');
  for (const name of ['seals', 'seal_leaves']) world.documents.of(name).clear();
  await world.seal();
  expect((await prove()).fault).toMatchObject({ code: 'ROOT_CHANGED', day: DAYS[1] });
  expect(wx.stored.get('seen-roots')).toEqual(seen);
  wx.stored.clear();
  expect((await prove()).fault).toBeNull();
  expect(changes.length).toBeGreaterThan(1);
});

type Lie = [name: string, lie: () => void, code: string];

const seal = (day: string) => world.sealOf(day);

const tolds: Lie[] = [
  [
    'a balance that is too large',
    () => {
      lies['ledger.balance'] = ({ balance, ...rest }) => {
        (balance as ledger.Balance).carbon.available += 1;
        return { ...rest, balance };
      };
    },
    'WRONG_SHOWN',
  ],
  [
    'the last entry left out',
    () => {
      lies['ledger.chain'] = ({ entries, ...rest }) => ({
        ...rest,
        entries: (entries as ledger.Entry[]).filter(({ _id }) => _id !== 'today'),
      });
    },
    'CUT_OFF',
  ],
  [
    'a document with other credits',
    () => {
      lies['ledger.chain'] = ({ end, ...rest }) => {
        (end as { lots: { amount: number }[] }).lots[0]!.amount += 1;
        return { ...rest, end };
      };
    },
    'WRONG_ACCOUNT',
  ],
  [
    'an entry that is in no seal',
    () => {
      const [key] = [`2026-11-18-08-${RIDER}`];
      lies['ledger.proof'] = ({ entries, ...rest }) => ({
        ...rest,
        entries: (entries as { key: string }[]).map(one => (one.key === key ? { ...one, proof: null } : one)),
      });
      world.nowMs = Date.parse('2026-11-29T00:10:00+08:00');
    },
    'NOT_IN_SEAL',
  ],
  [
    'a head that is in no seal',
    () => {
      lies['ledger.proof'] = answered => ({ ...answered, head: null });
    },
    'WRONG_HEAD',
  ],
  [
    'another root for one person',
    () => {
      lies['ledger.proof'] = answered => ({ ...answered, seal: { ...seal(DAYS[0]), root: 'a'.repeat(64) } });
    },
    'BAD_PROOF',
  ],
  [
    'a seal that does not follow the one before',
    () => {
      lies['openLedger.seals'] = ({ seals, ...rest }) => {
        (seals as { previousRoot: string }[])[0]!.previousRoot = 'b'.repeat(64);
        return { ...rest, seals };
      };
    },
    'SEALS_APART',
  ],
];

test.each(tolds)('%s is found', async (_, lie, code) => {
  lie();
  await world.seal();
  expect((await prove()).fault?.code).toBe(code);
});

test('an entry that is not sealed yet may not change either once the phone has seen it', async () => {
  await prove();
  const before = history();
  write(forge('rechained', before, before.entries.at(-1)!), 'after');
  expect((await prove()).fault).toMatchObject({ code: 'HISTORY_CHANGED', seq: 7, key: 'today' });
});

test('a seal that the phone has seen may not go missing', async () => {
  await prove();
  lies['openLedger.seals'] = ({ seals, ...rest }) => ({
    ...rest,
    seals: (seals as { day: string }[]).filter(({ day }) => day !== DAYS[2]),
  });
  expect((await prove()).fault).toMatchObject({ code: 'SEAL_GONE', day: DAYS[2] });
});

describe('years of days', () => {
  const day = (number: number): string =>
    new Date(Date.parse('2026-10-01T00:00:00Z') + number * 86_400_000).toISOString().slice(0, 10);

  /** A ride a day of forty days, all sealed. */
  beforeEach(async () => {
    world = new SealedWorld();
    for (let number = 0; number < 40; number += 1) {
      world.nowMs = Date.parse(`${day(number)}T08:00:00+08:00`);
      await world.earn(RIDER, `ride-${number}`, 10);
    }
    world.nowMs = Date.parse(`${day(40)}T00:10:00+08:00`);
    await world.seal();
    wx.sent.splice(0);
  });

  test('the latest month is proved day by day, and the next check goes on with earlier ones', async () => {
    expect(await prove()).toMatchObject({ fault: null, days: 31, earlierDays: 9, sealedEntries: 40 });
    expect(wx.procedures.filter(name => name === 'ledger.proof')).toHaveLength(31);
    expect(await prove()).toMatchObject({ fault: null, days: 40, earlierDays: 0 });
    expect(wx.procedures.filter(name => name === 'ledger.proof')).toHaveLength(40);
  });

  test('an entry of long ago is named, though only the month is looked at', async () => {
    const before = historyOf(world, RIDER, day(40));
    write(forge('rechained', before, before.entries[3]!), 'after');
    expect((await prove()).fault).toMatchObject({ code: 'NOT_AS_SEALED', seq: 4, key: 'ride-3' });
  });
});

test('somebody without an entry has nothing that could be wrong', async () => {
  lies['ledger.chain'] = () => ({ account: 'user:new', entries: [], end: null });
  expect(await prove()).toMatchObject({ fault: null, entries: 0, days: 0, last: { day: DAYS[2] } });
});

test('who stops the check learns what was checked until then, and nothing is remembered of it', async () => {
  const result = await proveOwnAccount(({ stage }) => stage !== 'days');
  expect(result).toMatchObject({ stoppedAt: 'days', fault: null, entries: 7, days: 1 });
  expect(wx.stored.has('copy:own-proof')).toBe(false);
});
