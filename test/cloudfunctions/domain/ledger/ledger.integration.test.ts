import type { Entry, StatementPage } from '../../../../cloudfunctions/domain/ledger';
import { readEntry } from '../../../../cloudfunctions/domain/ledger';
import type { Platform } from '../../../../cloudfunctions/platform';
import type { CallRecord, Cloud } from '../../../../local/cloud';
import { connectEndpoint } from '../../../../local/ledger/endpoint-source';
import { readLedger } from '../../../../local/ledger/read-ledger';
import { type LedgerReport, verifyLedger } from '../../../../local/ledger/verify-ledger';
import { GENESIS, verifyChain, verifyLink } from '../../../../miniprogram/proof';
import { callAs, resultOf } from '../../../local/cloud/requests';
import { startTestCloud, stopTestClouds } from '../../../local/cloud/test-cloud';
import { connectSdk } from '../../../support/connect-sdk';
import { until } from '../../../support/until';
import { untilAnswered } from '../../../support/until-answered';
import { buildProbe } from './probe/build-probe';
import type { ProbeAnswer, ProbeEvent } from './probe/event';
import { act } from './probe/function';

/** The ledger on the real SDK against the endpoint: in this process, and in function processes. */
const rounds = process.env.SOAK ? 20 : 1;

let cloud: Cloud;
let platform: Platform;

// The SDK warns of requests that wait their turn; with 64 at once in one process many do.
beforeAll(() => void jest.spyOn(console, 'warn').mockImplementation());
beforeAll(async () => {
  cloud = await startTestCloud({ functionsFolder: buildProbe(), mostProcesses: 4 });
  platform = await connectSdk(cloud, {});
});
afterAll(stopTestClouds);

/** Asks in this process. */
const ask = <Data>(event: ProbeEvent) => act(platform, event) as Promise<Data>;
/** Asks a function process. */
const call = <Data>(event: ProbeEvent) =>
  resultOf<ProbeAnswer<Data>>(callAs(cloud.url, 'o-ann', 'ledger-probe', event));

const deliver = (event: ProbeEvent) => untilAnswered(() => ask<Entry>(event));
const deliverThere = (event: ProbeEvent) => until(async () => (await call<Entry>(event)).data);

const credit = (account: string, key: string, amount = 1, more: Partial<ProbeEvent> = {}): ProbeEvent => ({
  do: 'credit',
  account,
  key,
  amount,
  ...more,
});

async function exported(): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of readLedger(connectEndpoint(cloud.url))) lines.push(JSON.stringify(line));
  return lines;
}

async function expectSound(): Promise<LedgerReport> {
  const report = await verifyLedger(await exported());
  expect(report).toMatchObject({ faults: [], ok: true });
  return report;
}

const settle = async <T>(work: Promise<T>[]) => {
  const results = await Promise.allSettled(work);
  return {
    done: results.flatMap(result => (result.status === 'fulfilled' ? [result.value] : [])),
    failed: results.flatMap(result => (result.status === 'rejected' ? [result.reason] : [])),
  };
};

const times = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

async function statementOf(account: string, limit = 1000): Promise<Entry[]> {
  const page = await ask<StatementPage>({ do: 'statement', account, key: '', limit });
  return page.entries;
}

async function lastCall(): Promise<CallRecord> {
  const { calls } = (await (await fetch(`${cloud.url}/calls?limit=1`)).json()) as { calls: CallRecord[] };
  return calls[0]!;
}

describe('what it costs, as the endpoint counts it', () => {
  test.each<[string, ProbeEvent, number]>([
    ['the first post of an account', credit('user:cost', 'cost-1', 5), 5],
    ['a later post', credit('user:cost', 'cost-2', 5), 5],
    ['a reversal, the original looked up', { do: 'reverse', account: 'user:cost', key: 'cost-1' }, 6],
    [
      'a repetition: the post, its end, and the look at the stored entry',
      credit('user:cost', 'cost-2', 5),
      5,
    ],
    ['a balance', { do: 'balance', account: 'user:cost', key: '' }, 1],
    ['the balance of a midnight', { do: 'balance at', account: 'user:cost', key: '', nowMs: 4e12 }, 1],
    ['a page of a statement', { do: 'statement', account: 'user:cost', key: '' }, 1],
  ])('%s', async (_, event, databaseCalls) => {
    const answer = await call(event);
    expect(answer).not.toHaveProperty('failure');
    expect(await lastCall()).toMatchObject({ databaseCalls, conflicts: 0, scansWithoutIndex: 0 });
  });

  test('the balance of a midnight looks at one entry, however many there are', async () => {
    for (const n of times(20)) await ask(credit('user:many', `many-${n}`, 1, { nowMs: 1_000_000 + n }));
    await call({ do: 'balance at', account: 'user:many', key: '', nowMs: 1_000_010 });
    expect((await lastCall()).documentsExamined).toBe(1);
  });
});

describe('exactly once', () => {
  test('eight deliveries of one request at once, here and in function processes, are one entry', async () => {
    for (const round of times(rounds)) {
      const event = credit('user:once', `once-${round}`, 7);
      const here = times(4).map(() => deliver(event));
      const there = times(4).map(() => deliverThere(event));
      const entries = await Promise.all([...here, ...there]);
      for (const entry of entries) expect(entry).toEqual(entries[0]);
      expect(await statementOf('user:once')).toHaveLength(round + 1);
    }
  });

  test('two requests under one key, four deliveries each: one of them is written, the other is a conflict', async () => {
    for (const round of times(rounds)) {
      const deliveries = times(8).map(n => deliver(credit('user:two', `two-${round}`, 1 + (n % 2))));
      const { done, failed } = await settle(deliveries);
      expect(failed).toHaveLength(4);
      for (const error of failed) expect(error).toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' });
      for (const entry of done) expect(entry).toEqual(done[0]);
    }
  });

  test('two first entries of a new account at once both get their number', async () => {
    for (const round of times(4 * rounds)) {
      const account = `user:new-${round}`;
      const entries = await Promise.all(times(4).map(n => deliver(credit(account, `new-${round}-${n}`))));
      expect(entries.map(entry => entry.seq).sort()).toEqual([1, 2, 3, 4]);
    }
  });
});

describe('under concurrency', () => {
  const most = 64;

  test('64 posts at once on one account are numbered through, each with the balance of its place', async () => {
    for (const round of times(rounds)) {
      const account = `user:hot-${round}`;
      await Promise.all(times(most).map(n => deliver(credit(account, `hot-${round}-${n}`, 2))));
      const entries = (await statementOf(account)).reverse();
      expect(entries.map(entry => entry.seq)).toEqual(times(most).map(n => n + 1));
      expect(entries.map(entry => entry.balanceAfter.carbon.available)).toEqual(
        times(most).map(n => 2 * (n + 1)),
      );
    }
    await expectSound();
  });

  test('64 posts at once on 64 accounts do not get in each other’s way', async () => {
    for (const round of times(rounds)) {
      const credits = times(most).map(n => credit(`user:m-${n}`, `m-${round}-${n}`, 2));
      const { failed } = await settle(credits.map(event => ask(event)));
      expect(failed.filter(({ kind }) => kind === 'conflict')).toEqual([]);
      await Promise.all(credits.map(deliver));
    }
    await expectSound();
  });

  test('reversals of one entry at once, racing credits, take it back once', async () => {
    for (const round of times(rounds)) {
      const account = `user:race-${round}`;
      const key = `race-${round}`;
      await ask(credit(account, key, 100));
      const reversals = times(6).map(n =>
        (n % 2 === 0 ? deliver : deliverThere)({ do: 'reverse', account, key }),
      );
      const credits = times(10).map(n => deliver(credit(account, `${key}-${n}`, 1)));
      const entries = await Promise.all(reversals);
      await Promise.all(credits);
      for (const entry of entries) expect(entry).toEqual(entries[0]);
      const statement = await statementOf(account);
      expect(statement).toHaveLength(12);
      const { available, debt } = statement[0]!.balanceAfter.carbon;
      expect(available - debt).toBe(10);
    }
    await expectSound();
  });

  test('a statement read page by page while entries are added has no gap and no entry twice', async () => {
    const account = 'user:pages';
    for (const n of times(20)) await ask(credit(account, `before-${n}`));
    let writing = true;
    const writer = (async () => {
      for (let n = 0; writing; n += 1) await deliver(credit(account, `during-${n}`));
    })();
    for (let round = 0; round < 3 * rounds; round += 1) {
      const read: Entry[] = [];
      let cursor: number | null = null;
      do {
        const page: StatementPage = await ask({ do: 'statement', account, key: '', cursor, limit: 3 });
        read.push(...page.entries);
        cursor = page.nextCursor;
      } while (cursor !== null);
      const newest = read[0]!.seq;
      expect(read.map(entry => entry.seq)).toEqual(times(newest).map(n => newest - n));
    }
    writing = false;
    await writer;
  });

  test('an export of the running endpoint is sound while posts go on', async () => {
    let writing = true;
    const writers = times(4).map(async writer => {
      for (let n = 0; writing; n += 1)
        await deliver(credit(`user:live-${writer}-${n % 5}`, `live-${writer}-${n}`));
    });
    for (const _ of times(3 * rounds)) await expectSound();
    writing = false;
    await Promise.all(writers);
  });
});

describe('what comes back from the database', () => {
  test.each([
    ['a small amount', 1],
    ['more than 31 bits', 2 ** 31 + 1],
    ['the largest exact integer', Number.MAX_SAFE_INTEGER],
  ])('hashes to what was written: %s', async (_, amount) => {
    const written = await ask<Entry>(credit(`user:back-${amount}`, `back-${amount}`, amount));
    const stored = (await readEntry(platform, `back-${amount}`))!;
    expect(stored).toEqual(written);
    expect(stored.postings[0]!.lots[0]!.amount).toBe(amount);
    expect(verifyLink(stored.account, stored, GENESIS)).toMatchObject({ ok: true });
  });

  test('the chain of an account with reversals verifies from the statement alone', async () => {
    const account = 'user:chain';
    for (const n of times(5)) await ask(credit(account, `chain-${n}`, 10 + n));
    await ask({ do: 'reverse', account, key: 'chain-1' });
    const statement = (await statementOf(account)).reverse();
    expect(verifyChain(account, statement)).toMatchObject({ ok: true, seq: 6 });
  });
});
