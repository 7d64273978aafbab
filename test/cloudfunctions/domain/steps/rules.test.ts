import {
  type CountedDay,
  countedDays,
  creditsOf,
  DAY_CAP_CREDITS,
  firstDayOf,
  judgeSteps,
} from '../../../../cloudfunctions/domain/steps/rules';
import type { StepDay } from '../../../../cloudfunctions/domain/steps/store';
import { addDays } from '../../../../cloudfunctions/platform/beijing-time';
import * as fc from '../../../support/fast-check';

const TODAY = '2026-11-20';
const empty = { days: [] as StepDay[], settledThroughDay: null as string | null };
const counted = (...days: [day: string, steps: number][]): CountedDay[] =>
  days.map(([day, steps]) => ({ day, steps }));
const judge = (book: typeof empty, days: CountedDay[], today = TODAY) => judgeSteps(book, days, today);

test.each([
  [0, 0],
  [49, 0],
  [50, 1],
  [99, 1],
  [8430, 168],
  [14_799, 295],
  [14_800, 296],
  [90_000, 296],
])('%i steps are %i credits', (steps, credits) => expect(creditsOf(steps)).toBe(credits));

describe('what a day pays', () => {
  test('rises with its count, and every step is paid once', () => {
    const morning = judge(empty, counted([TODAY, 3000]));
    expect(morning).toMatchObject({ paidCredits: 60, paidDays: { first: TODAY, last: TODAY } });
    const evening = judge({ ...empty, days: morning.days }, counted([TODAY, 8430]));
    expect(evening.paidCredits).toBe(108);
    expect(evening.days).toEqual([{ day: TODAY, steps: 8430, credits: 168 }]);
    expect(judge({ ...empty, days: evening.days }, counted([TODAY, 8430]))).toMatchObject({
      paidCredits: 0,
      paidDays: null,
      lowerDays: 0,
    });
  });

  test('stays where it was when the count goes backwards, and goes on from there', () => {
    const { days } = judge(empty, counted([TODAY, 5000]));
    const back = judge({ ...empty, days }, counted([TODAY, 1200]));
    expect(back).toMatchObject({ paidCredits: 0, lowerDays: 1, days });
    expect(judge({ ...empty, days: back.days }, counted([TODAY, 5100])).paidCredits).toBe(2);
  });

  test('is that of its highest count when it comes twice in one answer', () => {
    expect(judge(empty, counted([TODAY, 100], [TODAY, 5000], [TODAY, 200])).paidCredits).toBe(100);
  });
});

test.each([
  ['today', TODAY, 100],
  ['thirty days ago', addDays(TODAY, -30), 100],
  ['thirty-one days ago', addDays(TODAY, -31), 0],
  ['tomorrow, by a clock in the future', addDays(TODAY, 1), 0],
])('of %s 5000 steps pay %s: %i', (_name, day, credits) => {
  expect(judge(empty, counted([day, 5000])).paidCredits).toBe(credits);
});

test('a settled day pays nothing any more, the one after it does', () => {
  const settled = { ...empty, settledThroughDay: addDays(TODAY, -1) };
  expect(judge(settled, counted([addDays(TODAY, -1), 5000], [TODAY, 1000])).paidCredits).toBe(20);
});

test('a day that leaves the book is settled, even for a server whose clock is behind', () => {
  const oldest = firstDayOf(TODAY);
  const { days } = judge(empty, counted([oldest, 5000], [TODAY, 1000]));
  const tomorrow = judge({ ...empty, days }, [], addDays(TODAY, 1));
  expect(tomorrow.settledThroughDay).toBe(oldest);
  const behind = judge(
    { days: tomorrow.days, settledThroughDay: tomorrow.settledThroughDay },
    counted([oldest, 9000]),
  );
  expect(behind.paidCredits).toBe(0);
});

const second = Date.parse(`${TODAY}T00:00:00+08:00`) / 1000;
test.each<[string, unknown, number | null]>([
  ['a day as WeChat sends it', { stepInfoList: [{ timestamp: second, step: 8430 }] }, 1],
  ['a phone number', { phoneNumber: '13800000000' }, null],
  ['nothing', null, null],
  ['a text', 'steps', null],
  ['a list that is none', { stepInfoList: { length: 1 } }, null],
  ['no day at all', { stepInfoList: [] }, 0],
  ['a negative count', { stepInfoList: [{ timestamp: second, step: -1 }] }, 0],
  ['half a step', { stepInfoList: [{ timestamp: second, step: 0.5 }] }, 0],
  ['a count as text', { stepInfoList: [{ timestamp: second, step: '900' }] }, 0],
  ['more than anybody walks', { stepInfoList: [{ timestamp: second, step: 100_001 }] }, 0],
  ['milliseconds for seconds', { stepInfoList: [{ timestamp: second * 1000, step: 100 }] }, 0],
  ['a hole among days', { stepInfoList: [null, { timestamp: second, step: 100 }] }, 1],
])('of %s is read what is a day', (_name, data, days) => {
  expect(countedDays(data)?.length ?? null).toBe(days);
});

describe('in whatever order counts come, and however often', () => {
  const day = fc.integer({ min: -40, max: 3 }).map(ago => addDays(TODAY, ago));
  const answer = fc.array(fc.record({ day, steps: fc.integer({ min: 0, max: 30_000 }) }), { maxLength: 40 });
  const answers = fc.array(answer, { maxLength: 8 });

  test('each day has paid what its highest count is worth, and never more than the cap', () => {
    fc.assert(
      fc.property(answers, given => {
        let book = empty;
        let paid = 0;
        for (const days of given) {
          const judged = judge(book, days);
          paid += judged.paidCredits;
          book = { days: judged.days, settledThroughDay: judged.settledThroughDay };
        }
        const open = given.flat().filter(one => one.day <= TODAY && one.day >= firstDayOf(TODAY));
        const best = new Map<string, number>();
        for (const one of open) best.set(one.day, Math.max(one.steps, best.get(one.day) ?? 0));
        const worth = [...best.values()].reduce((sum, steps) => sum + creditsOf(steps), 0);
        expect(paid).toBe(worth);
        expect(book.days.every(({ credits }) => credits <= DAY_CAP_CREDITS)).toBe(true);
        expect(book.days.length).toBeLessThanOrEqual(31);
      }),
    );
  });

  test('while days pass no day is ever paid above its cap', () => {
    const moves = fc.array(fc.record({ given: answer, passing: fc.integer({ min: 0, max: 20 }) }), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(moves, given => {
        let book = empty;
        let today = TODAY;
        let paid = 0;
        for (const move of given) {
          today = addDays(today, move.passing);
          const judged = judge(book, move.given, today);
          paid += judged.paidCredits;
          book = { days: judged.days, settledThroughDay: judged.settledThroughDay };
        }
        const days = new Set(given.flatMap(move => move.given.map(one => one.day)));
        expect(paid).toBeLessThanOrEqual(days.size * DAY_CAP_CREDITS);
      }),
    );
  });
});
