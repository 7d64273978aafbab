import { RandomStream } from '../../../../local/demo/city/random-stream';
import * as fc from '../../../support/fast-check';

const draw = (name: string, count: number): number[] => {
  const random = new RandomStream(name);
  return Array.from({ length: count }, () => random.fraction());
};

test('a name gives the same numbers again, another name gives others', () => {
  expect(draw('a', 50)).toEqual(draw('a', 50));
  expect(draw('a', 50)).not.toEqual(draw('b', 50));
  // Written down once, so that a change of the generator, which would change every demo, is noticed.
  expect(draw('tandiandian', 3)).toEqual([0.44276075018569827, 0.05229303939267993, 0.7924431059509516]);
});

test('whole numbers stay within their bounds', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: -50, max: 50 }), fc.nat(50), (name, least, span) => {
      const random = new RandomStream(name);
      for (let drawn = 0; drawn < 20; drawn += 1) {
        const number = random.between(least, least + span);
        expect(Number.isInteger(number) && number >= least && number <= least + span).toBe(true);
        expect(Math.abs(random.around(least, span) - least)).toBeLessThanOrEqual(span);
      }
    }),
  );
});

test('numbers are spread evenly enough to be called chance', () => {
  const tenths = new Array<number>(10).fill(0);
  for (const fraction of draw('spread', 20_000)) tenths[Math.floor(fraction * 10)]! += 1;
  for (const count of tenths) expect(Math.abs(count - 2000)).toBeLessThan(200);
});

test('nothing can be picked from nothing', () => {
  expect(() => new RandomStream('x').pick([])).toThrow(RangeError);
});
