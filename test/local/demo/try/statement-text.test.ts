import { startOfDayMs } from '../../../../local/demo/beijing-time';
import type { AccountBalance, ShownTrip, StatementEntry } from '../../../../local/demo/people/account';
import { statementText } from '../../../../local/demo/try/statement-text';

const none = { available: 0, held: 0, debt: 0 };
const carbon = (available: number, debt = 0): AccountBalance => ({
  carbon: { ...none, available, debt },
  bonus: none,
});
const atMs = startOfDayMs('2026-03-05') + 9.5 * 3_600_000;

const trip: ShownTrip = {
  tripId: 't1',
  fromMs: atMs - 3_600_000,
  toMs: atMs,
  entry: { station: '布吉' },
  exit: { station: '福田' },
  distanceMetres: 10_880,
  grams: 508,
  creditedGrams: 508,
  cappedBy: null,
};

const posting = (source: string, destination: string, amount: number) => ({
  source,
  destination,
  lots: [{ amount }],
});

const credit: StatementEntry = {
  account: 'user:u',
  reason: 'trip',
  reference: { type: 'trip', id: 't1' },
  postings: [posting('mint:trip', 'user:u', 508)],
  balanceAfter: carbon(508),
  atMs,
};
/** 300 are still there; 208 have been spent and are owed. */
const reversal: StatementEntry = {
  ...credit,
  reason: 'trip-reversed',
  reference: { type: 'entry', id: 't1' },
  postings: [posting('user:u', 'mint:trip', 300), posting('debt:u', 'mint:trip', 208)],
  balanceAfter: carbon(0, 208),
};

test('each line says when, what, how much, and what was left', () => {
  const lines = statementText([reversal, credit], [trip], carbon(0, 208)).split('\n');
  expect(lines[2]).toBe('2026-03-05  09:30  撤销 03-05 布吉 → 福田 10.9 公里  -508  -208');
  expect(lines[3]).toBe('2026-03-05  09:30  地铁 03-05 布吉 → 福田 10.9 公里  +508   508');
  expect(lines.at(-1)).toBe('余额：碳积分 0，待补 208');
});

test('a repayment within a credit does not count twice', () => {
  const repaying: StatementEntry = {
    ...credit,
    postings: [
      posting('mint:trip', 'user:u', 508),
      posting('user:u', 'conversion:carbon', 208),
      posting('conversion:carbon', 'debt:u', 208),
    ],
    balanceAfter: carbon(300),
  };
  expect(statementText([repaying], [], carbon(300))).toContain('+508   300');
});

test('an account without entries says so', () => {
  expect(statementText([], [], carbon(0))).toBe('还没有积分记录。\n余额：碳积分 0');
});
