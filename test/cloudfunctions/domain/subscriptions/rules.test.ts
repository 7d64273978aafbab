import { isFitting, shortened } from '../../../../cloudfunctions/domain/subscriptions/message-fields';
import { messageTemplates } from '../../../../cloudfunctions/domain/subscriptions/message-templates';
import { wordMessage } from '../../../../cloudfunctions/domain/subscriptions/message-words';
import { answered, MOST_LEFT, mayOffer } from '../../../../cloudfunctions/domain/subscriptions/rules';

const DAY_MS = 86_400_000;
const NOW = Date.parse('2026-11-10T08:00:00+08:00');
const consent = { left: 2, latestAnswer: 'accept' as const, answeredAtMs: NOW - DAY_MS, refusedAtMs: null };

test.each([
  ['accept', 3, null],
  ['reject', 2, NOW],
  ['ban', 2, NOW],
  ['filter', 2, null],
  ['stop', 0, NOW],
] as const)('%s leaves %d sends, refused at %p', (answer, left, refusedAtMs) => {
  expect(answered(consent, answer, NOW)).toEqual({
    left,
    refusedAtMs,
    latestAnswer: answer,
    answeredAtMs: NOW,
  });
});

test('the first answer counts from nothing, and no number of accepts counts beyond the most', () => {
  expect(answered(null, 'accept', NOW).left).toBe(1);
  expect(answered({ ...consent, left: MOST_LEFT }, 'accept', NOW).left).toBe(MOST_LEFT);
});

test('answers at one instant follow each other', () => {
  const first = answered(null, 'reject', NOW);
  expect(answered(first, 'accept', NOW)).toMatchObject({ answeredAtMs: NOW + 1, refusedAtMs: null });
});

test.each([
  ['nothing was ever asked', null, true],
  ['something is left', { left: 1, refusedAtMs: null }, false],
  ['all is used up', { left: 0, refusedAtMs: null }, true],
  ['it was refused 29 days ago', { left: 0, refusedAtMs: NOW - 30 * DAY_MS + 1 }, false],
  ['it was refused 30 days ago', { left: 0, refusedAtMs: NOW - 30 * DAY_MS }, true],
])('the app may offer it when %s', (_case, known, expected) => {
  expect(mayOffer(known, NOW)).toBe(expected);
});

test.each([
  ['thing1', '布吉 → 世界之窗', true],
  ['thing1', '一二三四五六七八九十一二三四五六七八九十', true],
  ['thing1', '一二三四五六七八九十一二三四五六七八九十一', false],
  ['thing1', '', false],
  ['number2', '846', true],
  ['number2', '1,846', false],
  ['time3', '2026年11月9日 08:05', true],
  ['time3', '2026-11-09 08:05', false],
  ['phrase4', '已通过', true],
  ['phrase4', '没有通过审核', false],
  ['unheard1', 'x', false],
])('%s may be %p: %p', (name, value, expected) => {
  expect(isFitting(name, value)).toBe(expected);
});

test('a long route ends with an ellipsis at twenty characters', () => {
  const text = shortened('深圳北站东广场公交场站 → 世界之窗地铁站公交接驳站');
  expect([...text]).toHaveLength(20);
  expect(text.endsWith('…')).toBe(true);
});

const facts = { tripId: 'trip:bawei:ab', route: '布吉 → 福田', grams: 846, fromMs: NOW, others: 0 };

test('a ride is told by route, grams and time, and opens its explanation', () => {
  expect(wordMessage('ride-credited', facts)).toEqual({
    values: {
      thing1: '布吉 → 福田',
      number2: '846',
      time3: '2026年11月10日 08:00',
      thing4: '积分已到账，可查看计算过程',
    },
    page: 'packages/trips/explain/explain?tripId=trip%3Abawei%3Aab',
  });
});

test.each([
  ['a route of any length', { route: '站'.repeat(90) }],
  ['the most rides of a delivery', { others: 199 }],
  ['a route of nothing but spaces around a letter', { route: '   a   ' }],
])('%s still fits into WeChat’s fields', (_case, odd) => {
  expect(wordMessage('ride-credited', { ...facts, ...odd })).not.toBeNull();
});

test('what does not fit is not sent at all', () => {
  expect(wordMessage('ride-credited', { ...facts, route: '' })).toBeNull();
});

test('every field of a template gets a value, and no other', () => {
  const { values } = wordMessage('ride-credited', facts)!;
  const [template] = messageTemplates;
  expect(Object.keys(values)).toEqual(template.fields.map(({ name }) => name));
});
