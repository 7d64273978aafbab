import assert from 'node:assert/strict';
import { Random } from './random';
import { type Request, type Step, weights } from './requests';
import { Crash, type Fate } from './simulated-database';
import { World } from './world';

/** What one seed has brought about, for tests that ask whether it brought about enough. */
export interface Events {
  entries: number;
  crashes: number;
  conflicts: number;
  lost: number;
  unknown: number;
  together: number;
}

export interface Watched {
  /** Sees the world after each turn, and changes nothing. */
  watch?: (world: World) => void;
  /** The clock goes on by so much at once, also in the middle of somebody's work; twenty days when left out. */
  longestPauseMs?: number;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const STEPS = process.env.SOAK ? 30 : 12;
const MOST_AT_ONCE = 4;

const everyVerb = Object.entries(weights).flatMap(([verb, weight]) =>
  Array.from({ length: weight }, () => verb as Step['verb']),
);

/** Everything that happens follows from one seed: order, clock, conflicts, repetitions, and deaths at any call. */
class Simulation {
  readonly events: Events = { entries: 0, crashes: 0, conflicts: 0, lost: 0, unknown: 0, together: 0 };
  private readonly world = new World(false);
  private readonly random: Random;
  private readonly waiting: (() => void)[] = [];
  private readonly again: Request[] = [];
  private steps = 0;
  private active = 0;
  private failure: unknown = null;

  constructor(
    seed: number,
    private readonly watched: Watched,
  ) {
    this.random = new Random(seed);
  }

  async run(): Promise<Events> {
    while (this.failure === null && (this.active > 0 || this.steps < STEPS || this.again.length > 0)) {
      const mayStart = this.active < MOST_AT_ONCE && (this.steps < STEPS || this.again.length > 0);
      if (mayStart && (this.waiting.length === 0 || this.random.happens(0.15))) this.start();
      else this.waiting.splice(this.random.below(this.waiting.length), 1)[0]?.();
      await new Promise(resolve => setImmediate(resolve));
      this.passTime();
      this.watched.watch?.(this.world);
    }
    if (this.failure !== null) throw this.failure;
    this.world.check();
    this.events.entries = this.world.store.committed.length;
    return this.events;
  }

  verify(): Promise<void> {
    return this.world.verify();
  }

  private passTime(): void {
    if (this.random.happens(0.2)) this.world.nowMs += this.random.below(2 * HOUR_MS);
    if (this.random.happens(0.02))
      this.world.nowMs += this.random.below(this.watched.longestPauseMs ?? 20 * DAY_MS);
  }

  private start(): void {
    const isNew = this.steps < STEPS && (this.again.length === 0 || this.random.happens(0.7));
    const request = isNew
      ? this.nextRequest()
      : this.again.splice(this.random.below(this.again.length), 1)[0];
    if (!request) return;
    this.deliver(request);
    if (this.random.happens(0.2)) this.deliver(request);
  }

  private nextRequest(): Request | null {
    this.steps += 1;
    const verb = everyVerb[this.random.below(everyVerb.length)]!;
    // A budget first, and something to spend.
    const step: Step = {
      verb: this.steps === 1 ? 'fund' : this.steps < 4 ? 'earn' : verb,
      rider: this.random.below(3),
      amount: 1 + this.random.below(10),
      pick: this.random.below(1000),
    };
    this.world.absorb();
    return this.world.requestOf(step);
  }

  private deliver(request: Request): void {
    this.active += 1;
    this.events.together = Math.max(this.events.together, this.active);
    const skewMs = this.random.below(2 * HOUR_MS) - HOUR_MS;
    this.world
      .deliver(request, this.world.process(this.fate(), skewMs))
      .then(outcome => {
        if (outcome === 'UNKNOWN') this.events.unknown += 1;
        if (outcome === 'UNKNOWN' ? this.random.happens(0.8) : this.random.happens(0.1))
          this.again.push(request);
      })
      .catch(error => {
        this.failure = error;
      })
      .finally(() => {
        this.active -= 1;
      });
  }

  private fate(): Fate {
    return {
      turn: async () => {
        await new Promise<void>(resolve => this.waiting.push(resolve));
        if (!this.random.happens(0.01)) return;
        this.events.crashes += 1;
        throw new Crash();
      },
      commit: () => {
        const fates = ['conflict', 'lost', 'crash before', 'crash after'] as const;
        const fate = this.random.happens(0.15) ? fates[this.random.below(fates.length)]! : 'done';
        if (fate === 'conflict') this.events.conflicts += 1;
        else if (fate === 'lost') this.events.lost += 1;
        else if (fate !== 'done') this.events.crashes += 1;
        return fate;
      },
    };
  }
}

/** Lives one seed through; whatever is wrong names it, and the same seed does the same again. */
export async function simulate(seed: number, isVerified = false, watched: Watched = {}): Promise<Events> {
  const simulation = new Simulation(seed, watched);
  try {
    const events = await simulation.run();
    if (isVerified) await simulation.verify();
    return events;
  } catch (error) {
    assert.fail(`SEED=${seed}: ${(error as Error).stack}`);
  }
}
