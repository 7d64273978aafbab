import { bound, judgeCode, normalisedCode, unbound } from '../../../../cloudfunctions/domain/bindings/rules';
import type { BindCode, RiderToken } from '../../../../cloudfunctions/domain/bindings/store';
import { labelOf } from '../../../../cloudfunctions/domain/bindings/token';

const code = (change: Partial<BindCode> = {}): BindCode => ({
  _id: 'ABCD2345',
  uid: 'ann',
  createdAtMs: 1_000,
  expiresAtMs: 2_000,
  usedAtMs: null,
  tokenId: null,
  ...change,
});
const used = code({ usedAtMs: 1_500, tokenId: 't1' });

describe('judging a code', () => {
  test.each<[string, BindCode | null, string | null, number, string]>([
    ['unknown', null, null, 1_500, 'CODE_UNKNOWN'],
    ['fresh', code(), null, 1_500, 'bind'],
    ['in its last millisecond', code(), null, 1_999, 'bind'],
    ['at its end', code(), null, 2_000, 'CODE_EXPIRED'],
    ['fresh for a card of the same rider', code(), 'ann', 1_500, 'bind'],
    ['fresh for a card of somebody else', code(), 'bob', 1_500, 'TOKEN_BOUND'],
    ['expired for a card of somebody else', code(), 'bob', 2_000, 'CODE_EXPIRED'],
    ['used for this card, which is still the rider’s', used, 'ann', 9_000, 'bound-already'],
    ['used for this card, which was unbound since', used, null, 1_600, 'CODE_USED'],
    ['used for this card, which is somebody else’s now', used, 'bob', 1_600, 'CODE_USED'],
    ['used for another card of the rider', { ...used, tokenId: 't2' }, 'ann', 1_600, 'CODE_USED'],
  ])('%s', (_name, presented, uid, nowMs, verdict) => {
    expect(judgeCode(presented, { _id: 't1', uid }, nowMs)).toBe(verdict);
  });

  test('what people type is brought into the code’s form', () => {
    expect(normalisedCode(' abcd2345\n')).toBe('ABCD2345');
  });
});

describe('a card', () => {
  const token: RiderToken = {
    _id: 't1',
    partnerId: 'p',
    uid: 'ann',
    boundAtMs: 500,
    lastUnboundAtMs: null,
    lastWaitAtMs: null,
    label: '',
    waiting: true,
    creditDueAtMs: 500,
  };

  test('that is bound makes waiting rides due, and none where none wait', () => {
    expect(bound(token, 'bob', '1234', 900)).toEqual({
      uid: 'bob',
      label: '1234',
      boundAtMs: 900,
      creditDueAtMs: 900,
    });
    expect(bound({ ...token, waiting: false }, 'bob', '1234', 900).creditDueAtMs).toBeNull();
  });

  test('that is unbound belongs to nobody, shows nothing of its number, and not before it was bound', () => {
    const nobody = { uid: null, label: '', boundAtMs: null, creditDueAtMs: null };
    expect(unbound(token, 700)).toEqual({ ...nobody, lastUnboundAtMs: 700 });
    expect(unbound(token, 400)).toEqual({ ...nobody, lastUnboundAtMs: 500 });
  });

  test.each([
    ['6217000012345678', '5678'],
    ['12345678', '5678'],
    ['12345', '45'],
    ['1', ''],
    ['卡片🚇🚌', '🚇🚌'],
  ])('%s is shown as "%s"', (riderToken, label) => {
    expect(labelOf(riderToken)).toBe(label);
  });
});
