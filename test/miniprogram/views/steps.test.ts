import { STEPS_CONSENT_VERSION } from '../../../cloudfunctions/contract/steps';
import { paidText, STEPS_VERSION, viewSteps } from '../../../miniprogram/views/steps';

const NOW_MS = Date.parse('2026-11-20T20:00:00+08:00');
const rule = { stepsPerCredit: 50, dayCapCredits: 296, historyDays: 31 };
const state = (
  days: [day: string, steps: number, credits: number][],
  settledThroughDay: string | null = null,
) => ({
  consent: { version: STEPS_VERSION, given: true },
  days: days.map(([day, steps, credits]) => ({ day, steps, credits })),
  settledThroughDay,
  rule,
});

test('what is agreed to is what the server asks for', () =>
  expect(STEPS_VERSION).toBe(STEPS_CONSENT_VERSION));

test('the latest day stands first, with its part of the most', () => {
  const {
    today,
    days,
    rule: text,
  } = viewSteps(
    state([
      ['2026-11-18', 20_000, 296],
      ['2026-11-19', 4_000, 80],
      ['2026-11-20', 8_430, 168],
    ]),
    NOW_MS,
  );
  expect(today).toEqual({ steps: '8,430', credits: 168, note: '今天 8,430 步，再走 20 步多 1 分' });
  expect(days.map(({ name, steps, credits, percent }) => [name, steps, credits, percent])).toEqual([
    ['今天', '8,430', '+168', 57],
    ['昨天', '4,000', '+80', 27],
    ['11月18日', '20,000', '+296', 100],
  ]);
  expect(text).toBe('每 50 步 1 积分，每天最多 296（14,800 步）');
});

test.each([
  ['nothing yet', state([]), '今天 0 步，再走 50 步多 1 分'],
  ['the most of a day', state([['2026-11-20', 20_000, 296]]), '今天到上限了，明天再走'],
  ['what was stopped today', state([], '2026-11-20'), '今天停止过读取，步数从明天开始算'],
  ['what was stopped yesterday', state([], '2026-11-19'), '今天 0 步，再走 50 步多 1 分'],
])('of %s today says so', (_name, given, note) => expect(viewSteps(given, NOW_MS).today.note).toBe(note));

test.each([
  [{ paidCredits: 0, lowerDays: 0 }, ''],
  [{ paidCredits: 1_108, lowerDays: 0 }, '刚入账 1,108 积分。'],
  [{ paidCredits: 0, lowerDays: 2 }, '微信里有 2 天的步数变少了，按较高的算，已给的不收回。'],
])('%j is told as “%s”', (paid, text) => expect(paidText(paid)).toBe(text));
