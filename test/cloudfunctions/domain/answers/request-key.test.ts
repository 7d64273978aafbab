import { requestKeyOf } from '../../../../cloudfunctions/domain/answers';
import type { Platform } from '../../../../cloudfunctions/platform';

/** A digest that shows what went in. */
const platform = { keyedDigest: (purpose: string, value: string) => `${purpose}|${value}` } as Platform;
const request = { procedure: 'a.b', uid: 'u', requestId: 'r' };

test('equal inputs have one hash, whatever the order of their fields', () => {
  const one = requestKeyOf(platform, { ...request, input: { x: 1, y: [2] } });
  expect(one).toEqual({ key: 'a.b:u:r', hash: 'request|a.b\n{"x":1,"y":[2]}' });
  expect(requestKeyOf(platform, { ...request, input: { y: [2], x: 1 } })).toEqual(one);
});

test('an input without a canonical text is the caller’s mistake, with its field', () => {
  const input = { list: [{ name: '\ud83d' }] };
  expect(() => requestKeyOf(platform, { ...request, input })).toThrow(
    expect.objectContaining({
      code: 'INVALID_INPUT',
      details: { field: 'list.0.name', reason: '含有无法识别的字符' },
    }),
  );
});
