import { UnknownProperties } from '../../../../../local/simulator/runtime/problems/unknown-properties';

const warning = (property: string): string => `"${property}" is not a valid property`;

test('properties that a component does not have are said once, in one line a component', () => {
  jest.useFakeTimers();
  const lines: string[] = [];
  const unknown = new UnknownProperties(line => lines.push(line));
  for (const property of ['round', 'plain', 'round'])
    expect(unknown.take(warning(property), 'van-tag')).toBe(true);
  expect(unknown.take(warning('round'), 'van-cell')).toBe(true);
  jest.runAllTimers();
  unknown.take(warning('plain'), 'van-tag');
  jest.runAllTimers();
  expect(lines).toEqual([
    '[simulator] van-tag has no property round, plain',
    '[simulator] van-cell has no property round',
  ]);
  jest.useRealTimers();
});

test('other warnings are left to others', () => {
  const unknown = new UnknownProperties(() => undefined);
  expect(unknown.take('duplicated slots', 'van-tag')).toBe(false);
});
