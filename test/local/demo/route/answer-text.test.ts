import { PartnerError } from '../../../../local/demo/operator/partner-client';
import { refusalAnswer, rideAnswer } from '../../../../local/demo/route/answer-text';

const atMs = Date.UTC(2026, 10, 20, 0, 10);
const ticket = {
  ticketId: 'T-1',
  riderToken: 'szt-1-1',
  mode: 'metro' as const,
  entry: { station: '布吉', atMs },
  exit: { station: '福田', atMs: atMs + 1_800_000 },
};
const ride = { ticket, from: '布吉', to: '福田' };
const delivery = { accepted: 0, duplicate: 0, pending: 0, rejected: [] };

test.each([
  ['waits for its card', { ...delivery, pending: 1 }, true, '', /还没有绑定/],
  ['was accepted but is not listed', { ...delivery, accepted: 1 }, true, '', /已接受/],
  [
    'was refused',
    { ...delivery, rejected: [{ ticketId: 'T-1', code: 'OVERLAPS', message: '与另一次行程重叠' }] },
    false,
    'OVERLAPS',
    /没有接受：与另一次行程重叠$/,
  ],
])('a ride that %s is said so', (_, given, ok, code, text) => {
  const answer = rideAnswer({ ...ride, delivery: given, trip: undefined });
  expect(answer).toEqual({ ok, code, text: expect.stringMatching(text) });
  expect(answer.text).toContain('08:10 布吉 → 08:40 福田');
});

test('a ride that counts is said with its credits', () => {
  const trip = {
    tripId: 't',
    fromMs: atMs,
    toMs: atMs + 1_800_000,
    entry: { station: '布吉' },
    exit: { station: '福田' },
    distanceMetres: 11_200,
    grams: 523,
    creditedGrams: 523,
    cappedBy: null,
  };
  expect(rideAnswer({ ...ride, delivery: { ...delivery, accepted: 1 }, trip })).toEqual({
    ok: true,
    code: '',
    text: '布吉 → 福田 11.2 公里\n已入账：523 碳积分',
  });
});

test('a refusal is told in words, with its code beside them', () => {
  const refusal = new PartnerError(410, 'CODE_EXPIRED', '绑定码过期了');
  expect(refusalAnswer(refusal)).toEqual({
    ok: false,
    code: 'CODE_EXPIRED',
    text: '绑定码过期了',
  });
});
