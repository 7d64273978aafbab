import { farBlocks } from '../../../miniprogram/views/far-blocks';

const SCREEN_PX = 800;
/** Six blocks of 500 px below each other, the first one beginning there. */
const boxesFrom = (top: number, height = 500) =>
  [0, 1, 2, 3, 4, 5].map(place => ({ key: `b${place}`, top: top + place * height, height }));

test.each([
  [0, ['b4', 'b5']],
  [-1_300, []],
  [-1_301, ['b0']],
  [-2_200, ['b0', 'b1']],
])('with the list’s top at %i px, %j are more than a screen away', (top, keys) => {
  const far = farBlocks(boxesFrom(top), SCREEN_PX, { other: 1 }) ?? {};
  expect(Object.keys(far)).toEqual(keys);
  expect(Object.values(far)).toEqual(keys.map(() => 500));
});

test('nothing is said where nothing changes, or of a page that is hidden', () => {
  const far = farBlocks(boxesFrom(0), SCREEN_PX, {})!;
  expect(farBlocks(boxesFrom(-10), SCREEN_PX, far)).toBeNull();
  expect(farBlocks(boxesFrom(0, 0), SCREEN_PX, far)).toBeNull();
});
