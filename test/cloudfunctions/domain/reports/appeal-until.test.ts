import { APPEAL_MS, appealUntilMs } from '../../../../cloudfunctions/domain/reports/rules';

const refused = (code: string) => ({
  state: 'refused',
  decidedAtMs: 1_000,
  appeal: null,
  decisions: [{}],
  refusal: { code },
});

test('a refusal by a reviewer can be appealed', () => {
  expect(appealUntilMs(refused('unreadable'))).toBe(1_000 + APPEAL_MS);
});

test('one by the rules of own trips cannot: the trip is decided, and another reviewer could not have it paid', () => {
  expect(appealUntilMs(refused('own-trip'))).toBeNull();
});
