import { chainOf } from '../../../../cloudfunctions/domain/audit';
import { maskPersonal, maskText } from '../../../../cloudfunctions/domain/audit/rules';

const staffId = '0123456789abcdefghjkmnpqrs';
const openid = 'oABCDEFGHIJKLMNOPQRSTUVWX012';
const digest = 'a'.repeat(64);

test.each([
  ['a person’s name', { name: '张三丰' }, { name: '张**' }],
  [
    'a secret by its field',
    { secrets: ['x'], oneTimeCode: '123456' },
    { secrets: '[未记录]', oneTimeCode: '[未记录]' },
  ],
  ['a nested token', { partner: { accessToken: 'x' } }, { partner: { accessToken: '[未记录]' } }],
  ['an openid by its form', { note: `是 ${openid} 吗` }, { note: '是 o*** 吗' }],
  ['an openid as a field’s name', { [openid]: 1 }, { 'o***': 1 }],
  ['a phone number in a text', { note: '打13812345678' }, { note: '打138******78' }],
  ['a phone number by its field', { phone: 13812345678 }, { phone: '138******78' }],
  ['an identity card', '身份证11010519491231002X', '身份证[未记录]'],
  ['an address of mail', '写给 a.b@c.com', '写给 ***@***'],
  ['a key by its form', { value: digest }, { value: '[未记录]' }],
  ['an authenticator’s secret', 'JBSWY3DPEHPK3PXP', '[未记录]'],
  ['an authenticator’s address', 'otpauth://totp/x?secret=abc', '[未记录]'],
  ['a digest under its name', { payloadHash: digest }, { payloadHash: digest }],
  [
    'numbers, ids and labels',
    { cap: 13812345678, staffId, label: '日上限' },
    { cap: 13812345678, staffId, label: '日上限' },
  ],
  ['a dotted field', { 'earning.dayCapGrams': 5, $set: 1 }, { 'earning/dayCapGrams': 5, '＄set': 1 }],
  ['what JSON cannot say', { a: undefined, b: Number.NaN, c: '\ud83d' }, { b: null, c: '\ufffd' }],
  ['nothing', null, null],
])('%s', (_, value, masked) => {
  expect(maskPersonal(value)).toEqual(masked);
});

test('what is too long for an entry is kept as its digest', () => {
  const long = Array.from({ length: 2_000 }, (_, index) => `row ${index}`);
  expect(maskPersonal(long)).toEqual({
    leftOut: '[未记录]',
    characters: expect.any(Number),
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
});

test('a cycle ends', () => {
  const cycle: { self?: unknown } = {};
  cycle.self = cycle;
  expect(JSON.stringify(maskPersonal(cycle))).toContain('[未记录]');
});

test('a staff id and a request id pass through a target as they are', () => {
  expect(maskText(`staff:${staffId}`)).toBe(`staff:${staffId}`);
  expect(maskText('f47ac10b-58cc-4372-a567-0e02b2c3d479')).toBe('f47ac10b-58cc-4372-a567-0e02b2c3d479');
});

test.each([
  [staffId, `staff:${staffId}`],
  ['applicant:x', 'applicant:x'],
  ['system', 'system'],
  [`outsider:${'f0'.repeat(16)}`, 'outsider#15'],
])('%s has the chain %s', (actor, chain) => {
  expect(chainOf(actor)).toBe(chain);
});

test.each(['', 'staff:x', 'outsider:x', 'outsider#1', 'applicant:'])('“%s” is no actor', actor => {
  expect(() => chainOf(actor)).toThrow(RangeError);
});
