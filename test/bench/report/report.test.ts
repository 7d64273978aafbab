import type { Measurement } from '../bench';
import { type Row, rowOf } from './row';
import { tableOf } from './table';

test.each<[string, Measurement['goal'], number, Pick<Row, 'goal' | 'pass'>]>([
  ['at the upper bound', { atMost: 2 }, 2, { goal: 2, pass: true }],
  ['above the upper bound', { atMost: 2 }, 2.001, { goal: 2, pass: false }],
  ['at the lower bound', { atLeast: 0.5 }, 0.5, { goal: 0.5, pass: true }],
  ['below the lower bound', { atLeast: 0.5 }, 0.499, { goal: 0.5, pass: false }],
  ['without a bound', undefined, 7, { goal: null, pass: null }],
])('a value %s', (_, goal, value, expected) => {
  const row = rowOf({ name: 'a/b', unit: 'ratio', value, ...(goal && { goal }) });
  expect(row).toEqual({ name: 'a/b', unit: 'ratio', value, ...expected });
});

test('what was not measured is no row', () => {
  expect(() => rowOf({ name: 'a/b', unit: 'ratio', value: Number.NaN })).toThrow('a/b is NaN');
});

test('the table says which goals are missed', () => {
  const goal = { atMost: 2 };
  const text = tableOf([
    { name: 'a/good', unit: 'ratio', value: 1.5, goal, spread: [1, 1.75] },
    { name: 'a/bad', unit: 'ratio', value: 2.5, goal },
    { name: 'a/only-told', unit: 'µs', value: 12_345.6 },
  ]);
  expect(text).toMatch(/a\/good +1\.50 +ratio +1 … 1\.75 +≤ 2 +met/);
  expect(text).toMatch(/a\/bad +2\.50 +ratio +≤ 2 +MISSED/);
  expect(text).toMatch(/a\/only-told +12,346 +µs$/m);
  expect(text).toMatch(/\n1 of 2 goals met$/);
});
