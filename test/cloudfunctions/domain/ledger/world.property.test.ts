import assert from 'node:assert/strict';
import * as fc from '../../../support/fast-check';
import { runs } from './history';
import { type Request, type Step, weights } from './world/requests';
import { plainFate } from './world/simulated-database';
import { World } from './world/world';

interface Timed extends Step {
  afterMs: number;
  /** An earlier request comes once more after it. */
  again: number;
}

const HOUR_MS = 3_600_000;
const step: fc.Arbitrary<Timed> = fc.record({
  verb: fc.oneof(
    ...Object.entries(weights).map(([verb, weight]) => ({
      weight,
      arbitrary: fc.constant(verb as Step['verb']),
    })),
  ),
  rider: fc.nat(2),
  amount: fc.integer({ min: 1, max: 12 }),
  pick: fc.nat(1000),
  afterMs: fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 30 * HOUR_MS }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 30 * 24 * HOUR_MS }) },
  ),
  again: fc.nat(200),
});
const history = fc.array(step, { minLength: 1, maxLength: 60, size: 'max' });

/** One delivery after the other: what is refused is what the oracle refuses, and it leaves no trace. */
async function deliver(world: World, request: Request): Promise<void> {
  const before = world.store.contents();
  const isKnown = world.store.get('ledger_entries', request.key) !== null;
  const outcome = await world.deliver(request, world.process(plainFate));
  world.absorb();
  if (typeof outcome === 'object' && '_id' in outcome) {
    assert.ok(!isKnown || world.store.contents() === before, `${request.key} again is another change`);
    return;
  }
  const code = typeof outcome === 'object' ? outcome.code : outcome;
  if (code === 'IDEMPOTENCY_CONFLICT') assert.ok(isKnown && request.hash !== undefined);
  else assert.equal(code, request.replay(world.model, world.nowMs, null), request.key);
  // A merge that finds nothing to gather has held the lease, an account with nothing in it is closed all the same, and
  // what was gathered for a reward stays gathered when its rider turns out to be gone.
  const mayTouch =
    /^(merged|closed):/.test(request.key) || (request.key.startsWith('pay:') && code === 'ACCOUNT_CLOSED');
  const isSame = mayTouch || world.store.contents() === before;
  assert.ok(isSame, `${request.key} was refused and left a trace`);
}

test('whatever is asked, in any order and again, the ledger does what the oracle does', async () => {
  await fc.assert(
    fc.asyncProperty(history, async steps => {
      const world = new World(true);
      const requests: Request[] = [];
      for (const each of steps) {
        world.nowMs += each.afterMs;
        const request = world.requestOf(each);
        if (request) requests.push(request);
        if (request) await deliver(world, request);
        const again = requests[each.again];
        if (again) await deliver(world, again);
      }
      world.check();
      await world.verify();
    }),
    runs(120),
  );
});
