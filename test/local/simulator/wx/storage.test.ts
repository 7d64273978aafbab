/** @jest-environment jsdom */
import { utf8Bytes } from '../../../../local/simulator/wx/storage/utf8-bytes';
import { callOf, openFrame } from './test-host';

beforeEach(() => localStorage.clear());

test.each([
  ['a text', '你好'],
  ['a number', 0],
  ['a truth', false],
  ['nothing at all', null],
  ['an object', { grams: 1282, lines: ['11号线'] }],
  ['a date', new Date(1_795_323_786_912)],
  ['a number that JSON lacks', Number.POSITIVE_INFINITY],
])('%s comes back as it was', (_, value) => {
  const frame = openFrame();
  callOf(frame, 'setStorageSync')('key', value);
  expect(callOf(frame, 'getStorageSync')('key')).toEqual(value);
});

test('a key that was never written reads as an empty string, and fails without Sync', async () => {
  const frame = openFrame();
  expect(callOf(frame, 'getStorageSync')('none')).toBe('');
  await expect(callOf(frame, 'getStorage')({ key: 'none' })).rejects.toEqual({
    errMsg: 'getStorage:fail data not found',
  });
});

test('people do not see each other’s data, and clearing forgets one’s own only', async () => {
  const [first, second] = [openFrame({ openid: 'first' }), openFrame({ openid: 'second' })];
  await callOf(first, 'setStorage')({ key: 'elder', data: true });
  await callOf(second, 'setStorage')({ key: 'elder', data: false });
  callOf(second, 'clearStorageSync')();
  expect(callOf(first, 'getStorageSync')('elder')).toBe(true);
  expect(callOf(second, 'getStorageInfoSync')()).toEqual({ keys: [], currentSize: 0, limitSize: 10_240 });
});

test.each(['', 'abc', 'é', '碳点点', 'a🚇b'])('%j is as long as its UTF-8', text => {
  expect(utf8Bytes(text)).toBe(Buffer.byteLength(text));
});

test('one key holds a megabyte at most', () => {
  const frame = openFrame();
  expect(() => callOf(frame, 'setStorageSync')('big', 'x'.repeat(1024 * 1024))).toThrow(
    'setStorageSync:fail exceed storage item max length',
  );
  expect(callOf(frame, 'getStorageInfoSync')()).toMatchObject({ keys: [] });
});

test('all keys together hold ten megabytes at most, and overwriting does not count twice', async () => {
  const frame = openFrame({ host: { window: { ...windowWith(new Map()) } as never } });
  const almost = 'x'.repeat(1024 * 1024 - 100);
  for (let key = 0; key < 10; key += 1) callOf(frame, 'setStorageSync')(`key-${key}`, almost);
  callOf(frame, 'setStorageSync')('key-0', almost);
  await expect(callOf(frame, 'setStorage')({ key: 'one-more', data: almost })).rejects.toEqual({
    errMsg: 'setStorage:fail exceed storage max size 10Mb',
  });
});

/** jsdom's own storage ends at 5 MB. */
function windowWith(kept: Map<string, string>): object {
  const localStorage = {
    get length() {
      return kept.size;
    },
    key: (index: number) => [...kept.keys()][index] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  return { localStorage, addEventListener: () => undefined };
}
