import { exampleFunds } from '../../../cloudfunctions/domain/donations/seed';
import type { Lot } from '../../../cloudfunctions/domain/ledger';
import { orderOfSpending, takeLots } from '../../../cloudfunctions/domain/ledger/plans/lots';
import type { Balance } from '../../../miniprogram/views/balance';
import { firstForm, stepOf, stepped, viewForm, withinBounds } from '../../../miniprogram/views/donation-form';
import { expiringSoon } from '../../../miniprogram/views/expiring';
import { viewDonation, viewFund, viewHeld } from '../../../miniprogram/views/giving';
import { partsTaken } from '../../../miniprogram/views/spending';
import * as fc from '../../support/fast-check';

const NOW_MS = Date.parse('2026-11-20T09:03:00+08:00');
const MINUTE_MS = 60_000;

const kindOf = (availableByExpiry: Record<string, number>) => ({
  available: Object.values(availableByExpiry).reduce((sum, amount) => sum + amount, 0),
  held: 0,
  debt: 0,
  availableByExpiry,
});
const balanceOf = (carbon: Record<string, number>, bonus: Record<string, number>): Balance => ({
  carbon: kindOf(carbon),
  bonus: kindOf(bonus),
});

describe('what is spent first', () => {
  const months = fc.constantFrom('2026-11', '2026-12', '2027-03', '2028-11');
  const part = fc.record({ kind: fc.constantFrom('carbon' as const, 'bonus' as const), month: months });
  const lots = fc.uniqueArray(fc.tuple(part, fc.integer({ min: 1, max: 500 })), {
    maxLength: 8,
    selector: ([{ kind, month }]) => `${kind} ${month}`,
  });

  test('is what the ledger takes first, whatever there is and whatever is given', () => {
    fc.assert(
      fc.property(lots, fc.integer({ min: 1, max: 2_000 }), (parts, amount) => {
        const ofKind = (kind: string) =>
          Object.fromEntries(
            parts.filter(([one]) => one.kind === kind).map(([one, sum]) => [one.month, sum]),
          );
        const shown = partsTaken(
          balanceOf(ofKind('carbon'), ofKind('bonus')),
          amount,
          ['carbon', 'bonus'],
          NOW_MS,
        );
        const held: Lot[] = parts.map(([{ kind, month }, sum]) => ({
          kind,
          origin: '-',
          expiresOn: month,
          amount: sum,
        }));
        const { taken } = takeLots(held, amount, () => true, orderOfSpending(NOW_MS));
        expect(shown).toEqual(
          taken.map(({ kind, expiresOn, amount: sum }) => ({ kind, month: expiresOn, amount: sum })),
        );
      }),
    );
  });

  test('is said in words, with the month and where it goes', () => {
    const balance = balanceOf({ '2026-11': 100, '2028-11': 900 }, { '2026-11': 30, '2026-12': 50 });
    const { taken, goesTo } = viewForm({ balance, choice: 'both', amount: 200 }, false, NOW_MS);
    expect(taken.map(({ text, amount }) => `${text} ${amount}`)).toEqual([
      '奖励，本月底到期 30',
      '减排，本月底到期 100',
      '奖励，12月底到期 50',
      '减排，2028年11月底到期 20',
    ]);
    expect(goesTo).toEqual([expect.stringContaining('按协议'), expect.stringContaining('公共碳池')]);
  });

  test('of an example promises no settlement', () => {
    const balance = balanceOf({}, { '2028-11': 50 });
    const { goesTo } = viewForm({ balance, choice: 'both', amount: 50 }, true, NOW_MS);
    expect(goesTo).toEqual(['奖励积分记到项目的账户；示例项目不会结算。']);
  });
});

describe('how much', () => {
  test.each([
    [0, 1],
    [3, 1],
    [49, 1],
    [50, 10],
    [500, 100],
    [3_933, 100],
    [5_000, 1_000],
  ])('of %i goes by steps of %i', (available, step) => expect(stepOf(available)).toBe(step));

  test.each([
    [130, 1, 200],
    [130, -1, 100],
    [200, 1, 300],
    [200, -1, 100],
    [50, -1, 0],
  ] as const)('one step from %i, direction %i, is %i', (amount, direction, next) =>
    expect(stepped(amount, 100, direction)).toBe(next),
  );

  test('stays within one and everything, and is nothing where there is nothing', () => {
    expect([withinBounds(0, 300), withinBounds(900, 300), withinBounds(5, 0)]).toEqual([1, 300, 0]);
  });

  test('begins with one step, offers larger ones and everything, and a choice only of what is there', () => {
    const both = balanceOf({ '2028-11': 600 }, { '2028-11': 100 });
    const form = viewForm(firstForm(both), true, NOW_MS);
    expect(form).toMatchObject({
      amount: 100,
      step: 100,
      availableText: '700',
      canLess: true,
      canMore: true,
    });
    expect(form.quick.map(({ text, isChosen }) => [text, isChosen])).toEqual([
      ['100', true],
      ['200', false],
      ['500', false],
      ['全部', false],
    ]);
    expect(form.choices.map(({ name }) => name)).toEqual(['都可以', '只捐奖励', '只捐减排']);
    const few = viewForm(firstForm(balanceOf({ '2028-11': 1 }, {})), true, NOW_MS);
    expect(few).toMatchObject({ amount: 1, canLess: false, canMore: false, choices: [] });
    expect(few.quick).toEqual([{ amount: 1, text: '全部', isChosen: true }]);
  });

  test('of one kind never takes of the other', () => {
    const balance = balanceOf({ '2028-11': 600 }, { '2026-11': 100 });
    const { available, taken } = viewForm({ balance, choice: 'carbon', amount: 600 }, true, NOW_MS);
    expect([available, taken.map(({ kind }) => kind)]).toEqual([600, ['carbon']]);
  });

  test.each([
    ['2026-11-30T23:10:00+08:00', ''],
    ['2026-11-30T23:25:00+08:00', '其中 30 今晚 24 点到期，过了 24 点再反悔，这部分不会退回。'],
    ['2026-11-30T23:59:59+08:00', '其中 30 今晚 24 点到期，过了 24 点再反悔，这部分不会退回。'],
    ['2026-12-01T00:00:00+08:00', ''],
  ])('at %s is warned of the end of the month: "%s"', (time, lastChance) => {
    const balance = balanceOf({ '2028-11': 600 }, { '2026-11': 30 });
    const form = viewForm({ balance, choice: 'both', amount: 100 }, true, Date.parse(time));
    expect(form.lastChance).toBe(lastChance);
  });
});

describe('funds', () => {
  test.each(exampleFunds)('$name says that nobody has agreed to anything', ({ _id, ...fund }) => {
    const view = viewFund({ fundId: _id, ...fund });
    expect(view).toMatchObject({ isExample: true, receiver: '示例，没有签约机构' });
    expect(view.label).toContain('没有签约机构');
  });

  test('with an organisation name it', () => {
    const organisation = { name: '某某基金会', creditCode: 'c', agreement: 'a' };
    const fund = { fundId: 'f', name: '补植', kind: 'planting' as const, purpose: '种树。', organisation };
    expect(viewFund(fund)).toMatchObject({ isExample: false, receiver: '由某某基金会实施', kind: '植树' });
  });
});

describe('a donation', () => {
  const donation = {
    donationId: 'd',
    fundId: 'f',
    fundName: '城市补植（示例）',
    amounts: { carbon: 1_200, bonus: 34 },
    state: 'held' as const,
    madeAtMs: NOW_MS,
    thinkUntilMs: NOW_MS + 30 * MINUTE_MS,
    endedAtMs: null,
  };

  test.each([
    [0, '还有 30 分 0 秒可以反悔', 100],
    [6 * MINUTE_MS + 55_500, '还有 23 分 5 秒可以反悔', 77],
    [29 * MINUTE_MS, '还有 1 分 0 秒可以反悔', 3],
    [29 * MINUTE_MS + 1_000, '还有 59 秒可以反悔', 3],
    [30 * MINUTE_MS, '', 0],
    [90 * MINUTE_MS, '', 0],
  ])('after %i ms', (passedMs, remaining, remainingPercent) => {
    const view = viewHeld(donation, NOW_MS + passedMs);
    expect(view).toMatchObject({ title: '1,234 积分给城市补植（示例）', remaining, remainingPercent });
  });

  test.each([
    ['given', '今天 09:33 已送出', true],
    ['taken-back', '今天 09:33 已反悔，退回账户', false],
    ['returned', '今天 09:33 没有送成，退回账户', false],
  ] as const)('that was %s is a line: %s', (state, detail, isGiven) => {
    const view = viewDonation({ ...donation, state, endedAtMs: NOW_MS + 30 * MINUTE_MS }, NOW_MS);
    expect(view).toMatchObject({ detail, isGiven, amount: '1,234' });
    expect(view.label).toContain('减排 1,200、奖励 34');
  });
});

test('what ends this month is told with its sum, and nothing when nothing does', () => {
  const balance = balanceOf({ '2026-11': 1_100, '2026-12': 5 }, { '2026-11': 30 });
  expect(expiringSoon(balance, NOW_MS)).toBe('本月底到期 1,130');
  expect(expiringSoon(balance, Date.parse('2027-01-01T00:00:00+08:00'))).toBe('');
});
