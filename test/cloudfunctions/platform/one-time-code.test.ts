import {
  codeSecretPicture,
  codeSecretUri,
  newCodeSecret,
  stepOfCode,
} from '../../../cloudfunctions/platform/one-time-code';

/** The secret of RFC 6238's test vectors for SHA-1, "12345678901234567890", in base 32. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

test.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
])('at %i seconds the code is the one of RFC 6238, cut to six digits: %s', (seconds, code) => {
  const step = Math.floor(seconds / 30);
  expect(stepOfCode(secret, code, seconds * 1000)).toBe(step);
  expect(stepOfCode(secret, code, (seconds + 30) * 1000)).toBe(step);
  expect(stepOfCode(secret, code, (seconds - 30) * 1000)).toBe(step);
  expect(stepOfCode(secret, code, (seconds + 90) * 1000)).toBeNull();
});

test('a new secret is 160 random bits', () => {
  expect(newCodeSecret()).toMatch(/^[A-Z2-7]{32}$/);
  expect(newCodeSecret()).not.toBe(newCodeSecret());
});

test('an authenticator gets the form, the issuer and the label, and the picture is one that a browser shows', () => {
  const uri = codeSecretUri(secret, { issuer: '碳点点', label: 'ab' });
  const { protocol, searchParams } = new URL(uri);
  expect(protocol).toBe('otpauth:');
  expect(Object.fromEntries(searchParams)).toMatchObject({
    secret,
    digits: '6',
    period: '30',
    algorithm: 'SHA1',
  });
  const picture = codeSecretPicture(uri);
  const gif = Buffer.from(picture.replace('data:image/gif;base64,', ''), 'base64');
  expect(gif.subarray(0, 6).toString()).toBe('GIF87a');
  // Square, with as many cells as the address needs.
  expect(gif.readUInt16LE(6)).toBe(gif.readUInt16LE(8));
  expect(gif.readUInt16LE(6)).toBeGreaterThan(5 * 21);
});
