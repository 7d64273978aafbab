import { execFileSync } from 'node:child_process';
import { signatureOf } from '../../../../cloudfunctions/domain/partners/signature';
import type { SignedRequest } from '../../../../local/demo/operator/partner-client';
import { signedHeaders } from '../../../../local/demo/operator/sign-request';
import { curlText } from '../../../../local/demo/try/curl-text';

const access = { partnerId: 'bawei', secret: 'a-secret' };
const request = {
  method: 'POST',
  path: '/partner/v1/rides',
  text: '{"station":"世界之窗"}',
  timestampMs: 1_800_000_000_000,
  nonce: 'nonce-0001',
} as const;

test('the signature is the one that the product computes for the same request', () => {
  const headers = signedHeaders(access, request);
  const body = Buffer.from(request.text, 'utf8');
  const seen = { ...request, partnerId: 'bawei', timestamp: '1800000000000', body };
  expect(headers['x-signature']).toBe(signatureOf(access.secret, seen).toString('hex'));
  expect(headers).toMatchObject({
    'x-partner-id': 'bawei',
    'x-timestamp': '1800000000000',
    'x-nonce': 'nonce-0001',
  });
});

test.each([
  ['method', { method: 'GET' }],
  ['path', { path: '/partner/v1/reversals' }],
  ['body', { text: '{"station":"世界之窗 "}' }],
  ['time', { timestampMs: 1_800_000_000_001 }],
  ['nonce', { nonce: 'nonce-0002' }],
] as const)('another %s has another signature', (_, change) => {
  const one = signedHeaders(access, request)['x-signature'];
  expect(signedHeaders(access, { ...request, ...change })['x-signature']).not.toBe(one);
});

test('a printed curl gives the shell exactly what was signed, whatever is in it', () => {
  const signed: SignedRequest = {
    url: 'http://127.0.0.1:1/partner/v1/rides',
    request: {
      method: 'POST',
      headers: { 'x-nonce': 'n' },
      text: `{"a":"it's $HOME \`ls\` \\n \\"q\\" 站"}`,
    },
  };
  const script = `curl() { for part in "$@"; do printf '%s\\0' "$part"; done; }\n${curlText(signed)}`;
  const parts = execFileSync('sh', ['-c', script]).toString('utf8').split('\0').slice(0, -1);
  expect(parts).toEqual([
    '-sS',
    '-H',
    'content-type: application/json',
    '-H',
    'x-nonce: n',
    '--data-binary',
    signed.request.text,
    signed.url,
  ]);
});
