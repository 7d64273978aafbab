import { median, summaryOf } from './median';

test.each([
  [[3], 3],
  [[9, 1, 5], 5],
  [[4, 1, 3, 2], 2.5],
])('the median of %j is %d', (values, expected) => {
  expect(median(values)).toBe(expected);
});

test('nothing has no median', () => {
  expect(() => median([])).toThrow(RangeError);
});

test('a summary keeps the worst round', () => {
  expect(summaryOf([2, 90, 1])).toEqual({ value: 2, spread: [1, 90] });
});
