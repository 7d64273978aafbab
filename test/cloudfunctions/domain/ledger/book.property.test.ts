import assert from 'node:assert/strict';
import { Refusal } from '../../../../cloudfunctions/contract/errors';
import {
  closeAccount,
  credit,
  type Entry,
  emptyAccount,
  listStatement,
  once,
  openAccount,
  postReversal,
  readBalance,
  readBalanceAt,
  readEntry,
  reversalKey,
} from '../../../../cloudfunctions/domain/ledger';
import { accounts, entries } from '../../../../cloudfunctions/domain/ledger/store';
import type { Platform } from '../../../../cloudfunctions/platform';
import { GENESIS_HASH, verifyChain } from '../../../../miniprogram/proof';
import * as fc from '../../../support/fast-check';
import { postings, runs, type Step } from './history';
import { MemoryDatabase } from './memory-database';
import { beijing, parameters, rider } from './notation';

const tight = { ...parameters, expiryMonths: 1, lotLimit: 6 };
const DAY_MS = 86_400_000;
const startMs = beijing('2026-11-10 08:00');

const factsOf = (key: string, requestHash: string, nowMs: number) => ({
  key,
  requestHash,
  reason: 'trip',
  reference: { type: 'trip' as const, id: key },
  commitment: null,
  parametersVersion: 1,
  nowMs,
  answer: ({ balanceAfter }: Pick<Entry, 'balanceAfter'>) => ({ available: balanceAfter.carbon.available }),
});

/** A rider's account in a database of its own, worked on through the use cases. */
class Rider {
  readonly database = new MemoryDatabase();
  readonly answers = new Map<string, Entry>();
  private readonly credits = new Map<string, Step & { do: 'credit' }>();
  nowMs = startMs;
  readonly platform = { database: this.database, nowMs: () => this.nowMs } as unknown as Platform;

  async step(step: Step, number: number): Promise<void> {
    this.nowMs += step.afterMs;
    const before = this.database.contents();
    try {
      await (step.do === 'credit' ? this.credit(`trip:${number}`, step) : this.reverse(step));
    } catch (error) {
      assert.ok(error instanceof Refusal && error.code === 'LOT_LIMIT', error as Error);
      assert.equal(this.database.contents(), before);
    }
  }

  async credit(key: string, step: Step & { do: 'credit' }, requestHash = `hash of ${key}`): Promise<Entry> {
    const { kind, origin, amount } = step;
    const facts = factsOf(key, requestHash, this.nowMs);
    const entry = await credit(
      this.platform,
      rider,
      { kind, origin, amount, source: 'mint:trip' },
      facts,
      tight,
    );
    this.credits.set(key, step);
    return this.remember(entry);
  }

  async reverse(step: Step): Promise<void> {
    const keys = [...this.credits.keys()];
    const key = keys[(step as Step & { do: 'reverse' }).which % Math.max(1, keys.length)];
    if (key !== undefined) await this.reverseEntry(key);
  }

  async reverseEntry(originalKey: string): Promise<Entry> {
    const original = (await readEntry(this.platform, originalKey))!;
    const facts = { ...factsOf('', 'reversal', this.nowMs), reason: 'reversal' };
    return this.remember(
      await once(this.platform, reversalKey(originalKey), 'reversal', async transaction => {
        const open = await openAccount(transaction, rider);
        const entry = await postReversal(transaction, open, original, facts);
        await closeAccount(transaction, open);
        return entry;
      }),
    );
  }

  /** Each key has one answer for ever. */
  private remember(entry: Entry): Entry {
    assert.deepEqual(entry, this.answers.get(entry._id) ?? entry);
    this.answers.set(entry._id, entry);
    return entry;
  }

  entries(): Entry[] {
    return this.database.all(entries).sort((left, right) => left.seq - right.seq);
  }

  creditOf(key: string): (Step & { do: 'credit' }) | undefined {
    return this.credits.get(key);
  }
}

async function live(steps: readonly Step[]): Promise<Rider> {
  const someone = new Rider();
  for (const [number, step] of steps.entries()) await someone.step(step, number);
  return someone;
}

const holds = (check: (someone: Rider) => Promise<void> | void, count = 100) =>
  fc.assert(
    fc.asyncProperty(postings, async steps => check(await live(steps))),
    runs(count),
  );

test('entries are numbered without a hole, in order of time, and chained up to the account’s head', () =>
  holds(someone => {
    const written = someone.entries();
    const account = someone.database.all(accounts)[0] ?? emptyAccount(rider, GENESIS_HASH);
    assert.deepEqual(verifyChain(rider, written), { ok: true, head: account.head, seq: account.seq });
    assert.deepEqual(
      written.map(entry => entry.atMs),
      written.map(entry => entry.atMs).sort((a, b) => a - b),
    );
    assert.equal(account.updatedAtMs, written.at(-1)?.atMs ?? 0);
    assert.ok(written.every(entry => beijing(`${entry.day} 00:00`) <= entry.atMs));
    assert.ok(written.every(entry => entry.atMs < beijing(`${entry.day} 00:00`) + DAY_MS));
  }));

test('the first entry that brought carbon stays marked', () =>
  holds(someone => {
    const first = someone
      .entries()
      .find(entry => entry.postings[0]!.destination === rider && entry.postings[0]!.kind === 'carbon');
    assert.equal(someone.database.all(accounts)[0]?.firstCarbonKey ?? null, first?._id ?? null);
  }));

test('a repeated key gets the stored entry and writes nothing, another request under it is a conflict', () =>
  holds(async someone => {
    const contents = someone.database.contents();
    someone.nowMs += 40 * DAY_MS;
    for (const key of someone.answers.keys()) {
      const step = someone.creditOf(key);
      if (step) {
        await someone.credit(key, step);
        await assert.rejects(
          someone.credit(key, step, 'another request'),
          new Refusal('IDEMPOTENCY_CONFLICT', { key }),
        );
      } else await someone.reverseEntry(key.replace('reversal:', ''));
    }
    assert.equal(someone.database.contents(), contents);
  }));

/** The rider's lots by kind and expiry, and debts, from nothing but postings. */
function replay(written: readonly Entry[], atMs: number) {
  const month = new Date(atMs + 8 * 3_600_000).toISOString().slice(0, 7);
  const balances = { carbon: { available: 0, debt: 0 }, bonus: { available: 0, debt: 0 } };
  for (const { source, destination, kind, lots } of written.flatMap(entry => entry.postings)) {
    for (const { expiresOn, amount } of lots) {
      const sign = (name: string) => (destination === name ? amount : 0) - (source === name ? amount : 0);
      if (expiresOn >= month) balances[kind].available += sign(rider);
      balances[kind].debt -= sign('debt:r');
    }
  }
  return balances;
}

const shown = (balance: Entry['balanceAfter']) => ({
  carbon: { available: balance.carbon.available, debt: balance.carbon.debt },
  bonus: { available: balance.bonus.available, debt: balance.bonus.debt },
});

test('each entry’s balance, and the balance of every midnight, is what a replay of the postings says', () =>
  holds(async someone => {
    const written = someone.entries();
    for (const [index, entry] of written.entries()) {
      assert.deepEqual(shown(entry.balanceAfter), replay(written.slice(0, index + 1), entry.atMs));
      assert.deepEqual(entry.answer, { available: entry.balanceAfter.carbon.available });
    }
    const firstMs = beijing('2026-11-09 00:00');
    for (let midnightMs = firstMs; midnightMs < someone.nowMs + 70 * DAY_MS; midnightMs += DAY_MS) {
      const before = written.filter(entry => entry.atMs < midnightMs);
      const balance = await readBalanceAt(someone.platform, rider, midnightMs);
      assert.deepEqual(shown(balance), replay(before, midnightMs));
    }
    someone.nowMs = Math.max(someone.nowMs, written.at(-1)?.atMs ?? 0);
    assert.deepEqual(shown(await readBalance(someone.platform, rider)), replay(written, someone.nowMs));
  }, 30));

test('a reversed entry and its reversal sum to zero where the credits came from', () =>
  holds(someone => {
    for (const reversal of someone.entries().filter(entry => entry._id.startsWith('reversal:'))) {
      const original = someone.answers.get(reversal.reference.id)!;
      const sums: Record<string, number> = {};
      for (const { source, destination, kind, lots } of [...original.postings, ...reversal.postings]) {
        for (const { origin, amount } of lots) {
          if (source === 'mint:trip') sums[`${kind} ${origin}`] = (sums[`${kind} ${origin}`] ?? 0) - amount;
          if (destination === 'mint:trip')
            sums[`${kind} ${origin}`] = (sums[`${kind} ${origin}`] ?? 0) + amount;
        }
      }
      assert.deepEqual([...new Set(Object.values(sums))], [0]);
    }
  }));

test('a statement read page by page holds each entry once, latest first', () =>
  holds(async someone => {
    const read: Entry[] = [];
    let cursor: number | null = null;
    do {
      const page: Awaited<ReturnType<typeof listStatement>> = await listStatement(someone.platform, rider, {
        cursor,
        limit: 3,
      });
      read.push(...page.entries);
      cursor = page.nextCursor;
    } while (cursor !== null);
    assert.deepEqual(read, someone.entries().reverse());
  }, 50));
