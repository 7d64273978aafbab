import { CURRENT_POLICY_VERSION } from '../../../../cloudfunctions/contract/riders';
import { consentSinceMs, withConsentGiven, withdrawal } from '../../../../cloudfunctions/domain/riders/rules';
import type { Consent, Rider } from '../../../../cloudfunctions/domain/riders/store';

const rider = (consents: Consent[], lastBoundAtMs: number | null = null): Rider => ({
  _id: 'r',
  createdAtMs: 0,
  consents,
  lastBoundAtMs,
  unbindDueUpToMs: null,
});
const consent = (
  givenAtMs: number,
  withdrawnAtMs: number | null = null,
  policyVersion = CURRENT_POLICY_VERSION,
) => ({
  policyVersion,
  givenAtMs,
  withdrawnAtMs,
});

describe('consent', () => {
  test.each<[string, Consent[], number | null]>([
    ['never given', [], null],
    ['given', [consent(5)], 5],
    ['withdrawn', [consent(5, 9)], null],
    ['given again', [consent(5, 9), consent(12)], 12],
    ['given to an older guideline', [consent(5, null, '2020-01-01')], null],
  ])('%s', (_name, consents, since) => {
    expect(consentSinceMs(rider(consents))).toBe(since);
  });

  test('given in the millisecond of the withdrawal, or by a server whose clock is behind, is later than it', () => {
    const consents = withConsentGiven(rider([consent(5, 90)]), 70);
    expect(consents).toEqual([consent(5, 90), consent(91)]);
  });

  test('the newest hundred are kept', () => {
    const many = Array.from({ length: 100 }, (_, at) => consent(10 * at, 10 * at + 5));
    const consents = withConsentGiven(rider(many), 5_000);
    expect(consents).toHaveLength(100);
    expect(consents.at(-1)).toEqual(consent(5_000));
    expect(consents[0]).toEqual(many[1]);
  });
});

describe('withdrawal', () => {
  test('covers a card that was bound by a server whose clock is ahead', () => {
    expect(withdrawal(rider([consent(5)], 200), 100)).toEqual({
      consents: [consent(5, 200)],
      unbindDueUpToMs: 200,
    });
  });

  test('of a consent to an older guideline is recorded too', () => {
    const old = consent(5, null, '2020-01-01');
    expect(withdrawal(rider([old]), 100)?.consents).toEqual([{ ...old, withdrawnAtMs: 100 }]);
  });

  test.each([
    ['nothing was given', []],
    ['it was withdrawn before', [consent(5, 9)]],
  ])('changes nothing when %s', (_name, consents) => {
    expect(withdrawal(rider(consents), 100)).toBeNull();
  });
});
