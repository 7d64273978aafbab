import * as fc from '../../../support/fast-check';
import { OrderWorld, step } from './order-world';

test('in any order of trips, reversals and declarations no minute is paid twice and no cap exceeded', async () => {
  const history = fc.array(step, { minLength: 8, maxLength: 24 });
  const property = fc.asyncProperty(history, async steps => {
    const world = new OrderWorld();
    for (const one of steps) {
      await world.take(one);
      await world.expectSound();
    }
    expect(await world.problems()).toEqual([]);
  });
  await fc.assert(property, process.env.SOAK ? { numRuns: 1_000 } : { numRuns: 60, seed: 7 });
}, 300_000);
