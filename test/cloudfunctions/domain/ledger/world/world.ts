import assert from 'node:assert/strict';
import { Refusal } from '../../../../../cloudfunctions/contract/errors';
import type { Entry } from '../../../../../cloudfunctions/domain/ledger';
import { kinds } from '../../../../../cloudfunctions/domain/ledger';
import { DatabaseError, type Platform } from '../../../../../cloudfunctions/platform';
import { dayOf } from '../model-outside';
import { beijing } from '../notation';
import { checkSerials, checkWorld, verifyStore } from './check-world';
import { ModelWorld } from './model-world';
import { MERGE, type Request, requestOf, type Step, type Surroundings } from './requests';
import { Crash, type Fate, SimulatedDatabase, SimulatedStore } from './simulated-database';

/** How a delivery ended: with an entry, with nothing to do, with a refusal, or nobody knows. */
export type Outcome = Entry | 'NOTHING' | 'UNKNOWN' | { code: string };

/** A ledger and its oracle, which follows the commits in their order. */
export class World {
  readonly store = new SimulatedStore();
  readonly model: ModelWorld;
  nowMs = beijing('2026-11-10 08:00');
  private readonly requests = new Map<string, Request[]>();
  private readonly around: Surroundings;
  private absorbed = 0;

  /** @param isAlone whether one request comes after the other */
  constructor(isAlone: boolean) {
    this.model = new ModelWorld(isAlone);
    this.around = {
      nowMs: 0,
      number: 0,
      holds: [],
      credits: [],
      counted: new Map(),
      intakes: () => this.intakes(),
    };
    this.register(requestOf({ verb: 'merge', rider: 0, amount: 1, pick: 0 }, this.around)!);
  }

  requestOf(step: Step): Request | null {
    this.around.number += 1;
    this.around.nowMs = this.nowMs;
    const request = requestOf(step, this.around);
    if (request) this.register(request);
    return request;
  }

  /** A process of its own, whose clock is off by so much. */
  process(fate: Fate, skewMs = 0): Platform & { database: SimulatedDatabase } {
    const database = new SimulatedDatabase(this.store, fate);
    const nowMs = () => this.nowMs + skewMs;
    const keyedDigest = (purpose: string, value: string) => `${purpose} ${value}`;
    return { database, nowMs, keyedDigest } as unknown as Platform & { database: SimulatedDatabase };
  }

  /** One delivery. What was said is true at the moment at which it is said. */
  async deliver(request: Request, platform: Platform): Promise<Outcome> {
    try {
      const entry = await request.run(platform);
      if (!entry) return this.denied(request, 'NOTHING');
      assert.equal(JSON.stringify(entry), this.store.textOf('ledger_entries', entry._id));
      return entry;
    } catch (error) {
      if (error instanceof Crash || error instanceof DatabaseError) return 'UNKNOWN';
      if (error instanceof RangeError) return { code: 'RangeError' };
      assert.ok(error instanceof Refusal, error as Error);
      return this.denied(request, { code: error.code });
    }
  }

  /** Nobody is refused what he has got already. */
  private denied<Said extends Outcome>(request: Request, said: Said): Said {
    const isConflict = typeof said === 'object' && 'code' in said && said.code === 'IDEMPOTENCY_CONFLICT';
    assert.equal(this.store.textOf('ledger_entries', request.key) !== undefined, isConflict, request.key);
    return said;
  }

  /** Lets the oracle follow what was committed meanwhile: it allows each entry, and has the same balance after it. */
  absorb(): void {
    for (const entry of this.store.committed.slice(this.absorbed)) {
      this.absorbed += 1;
      assert.equal(this.requestFor(entry).replay(this.model, entry.atMs, entry), null, entry._id);
      if (!entry.account.startsWith('user:')) continue;
      const rider = this.model.rider(entry.account);
      for (const kind of kinds) {
        const { available, held, debt } = entry.balanceAfter[kind];
        const expected = [rider.available(kind, entry.atMs), rider.held(kind), rider.owed(kind)];
        assert.deepEqual([available, held, debt], expected, `${entry._id} ${kind}`);
      }
    }
  }

  check(): void {
    this.absorb();
    checkWorld(this.store, this.model);
    checkSerials(this.store);
  }

  /** By the command that shares nothing with the code that wrote it. */
  async verify(): Promise<void> {
    const { faults, equations } = await verifyStore(this.store);
    assert.deepEqual({ faults, wrong: equations.filter(({ holds }) => !holds) }, { faults: [], wrong: [] });
  }

  private register(request: Request): void {
    this.requests.set(request.key, [...(this.requests.get(request.key) ?? []), request]);
  }

  private requestFor({ _id: key, requestHash }: Entry): Request {
    const known = this.requests.get(key.startsWith(`${MERGE}:`) ? MERGE : key) ?? [];
    const request = known.find(({ hash }) => hash === undefined || hash === requestHash);
    assert.ok(request, `nobody asked for ${key}`);
    return request;
  }

  /** What the next seal would count: what came to the intakes of days that are over, and was not counted before. */
  private intakes(): { day: string; origin: string; amount: number }[] {
    const came = new Map<string, number>();
    for (const { destination, lots } of this.store.committed.flatMap(entry => entry.postings)) {
      const [, day] = /^pool-intake:(.*)$/.exec(destination) ?? [];
      for (const { origin, amount } of day && day < dayOf(this.nowMs) ? lots : [])
        came.set(`${day} ${origin}`, (came.get(`${day} ${origin}`) ?? 0) + amount);
    }
    return [...came]
      .map(([name, amount]) => ({ name, amount: amount - (this.around.counted.get(name) ?? 0) }))
      .filter(({ amount }) => amount > 0)
      .map(({ name, amount }) => ({ day: name.slice(0, 10), origin: name.slice(11), amount }));
  }
}
