import { openSecret, sealSecret } from '../../../cloudfunctions/platform';

const variables: Record<string, string> = { ONE: 'ab'.repeat(32), OTHER: 'cd'.repeat(32), SHORT: 'ab' };
const platform = { variable: (name: string) => variables[name]! };
const box = { keyName: 'ONE', owner: 'ann' };

test('A sealed secret opens for its owner under its key', () => {
  for (const secret of ['', 'JBSWY3DPEHPK3PXP', '密钥 🔑']) {
    expect(openSecret(platform, box, sealSecret(platform, box, secret))).toBe(secret);
  }
});

test('The same secret never makes the same box, and does not stand in it', () => {
  const boxes = [sealSecret(platform, box, 'secret'), sealSecret(platform, box, 'secret')];
  expect(boxes[0]).not.toBe(boxes[1]);
  expect(Buffer.from(boxes[0]!.split('.')[2]!, 'base64url').toString('latin1')).not.toContain('secret');
});

test('Another key, another owner and any changed character are refused', () => {
  const sealed = sealSecret(platform, box, 'secret');
  expect(() => openSecret(platform, { ...box, keyName: 'OTHER' }, sealed)).toThrow();
  expect(() => openSecret(platform, { ...box, owner: 'bob' }, sealed)).toThrow();
  const [form, nonce, text] = sealed.split('.') as [string, string, string];
  for (let at = 0; at < text.length - 1; at += 1) {
    const changed = `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;
    expect(() => openSecret(platform, box, [form, nonce, changed].join('.'))).toThrow();
  }
});

test.each(['', 'v1', 'v1..', 'v2.AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAA', 'v1.AAAA.AAAAAAAAAAAAAAAAAAAAAA'])(
  '%j is no box',
  text => {
    expect(() => openSecret(platform, box, text)).toThrow('no secret box');
  },
);

test('A key that is no 32 bytes is a mistake of the deployment', () => {
  expect(() => sealSecret(platform, { ...box, keyName: 'SHORT' }, 'secret')).toThrow('SHORT');
});
