import { createHmac } from 'node:crypto';
import { adviceOnSignature } from '../../../../cloudfunctions/domain/partners/check-signature';
import { stepsOf, triedRequest } from '../../../../cloudfunctions/domain/partners/trial-steps';

const secret = 'the secret';
const right = {
  method: 'POST',
  path: '/partner/v1/rides',
  partnerId: 'pin',
  timestamp: '1795323786912',
  nonce: 'nonce-1234',
  text: '{"batchId": "b"}',
};
type Parts = typeof right;
const hmac = (parts: Parts) =>
  createHmac('sha256', secret).update(
    `${parts.method}\n${parts.path}\n${parts.partnerId}\n${parts.timestamp}\n${parts.nonce}\n${parts.text}`,
  );
const signed = (change: Partial<Parts> = {}): string => hmac({ ...right, ...change }).digest('hex');
const adviceOn = (signature: string, secrets = ['an older one', secret]): string | null =>
  adviceOnSignature(secrets, { ...right, body: Buffer.from(right.text) }, signature);

test('a request that is signed with one of the secrets is good', () => {
  expect(adviceOn(signed())).toBeNull();
});

test.each<[string, string, string]>([
  ['of nothing', signed({ text: '' }), '没有带请求体'],
  ['of the body written anew', signed({ text: '{"batchId":"b"}' }), '空格或换行'],
  ['of the body indented', signed({ text: '{\n  "batchId": "b"\n}' }), '缩进'],
  ['with a line feed behind it', signed({ text: `${right.text}\n` }), '多了一个换行'],
  ['in lower case', signed({ method: 'post' }), '大写'],
  ['of half the path', signed({ path: '/v1/rides' }), '/partner'],
  ['of a path with a slash', signed({ path: '/partner/v1/rides/' }), '斜杠'],
  ['in seconds', signed({ timestamp: '1795323786' }), '毫秒'],
  ['by somebody else', signed({ partnerId: 'pan' }), '核对密钥尾号'],
  ['as base64', hmac(right).digest('base64'), 'Base64'],
  ['as nothing of the kind', 'x', '64 位'],
])('a signature %s is told apart', (_, signature, advice) => {
  expect(adviceOn(signature)).toContain(advice);
});

test.each<[string, object | string, string[]]>([
  ['POST rides', { accepted: 2, rejected: [] }, ['signed', 'batch']],
  ['POST rides', { accepted: 2, rejected: [{ code: 'TOO_OLD' }] }, ['signed', 'refusal']],
  ['POST rides', { accepted: 0, rejected: [] }, ['signed']],
  ['POST rides', 'INVALID_INPUT', ['signed']],
  ['POST bindings', { bound: true }, ['signed', 'card']],
  ['POST reversals', { reversed: false }, ['signed', 'reversal']],
  ['GET days', { day: 'd', accepted: { count: 0 } }, ['signed', 'day']],
])('%s that was answered %j is the steps %j', (route, answer, steps) => {
  expect(stepsOf(triedRequest(1, route, answer))).toEqual(steps);
});
