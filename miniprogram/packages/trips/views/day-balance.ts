import { signed, thousands } from '../../../views/amounts';
import { type BalanceView, viewBalance } from '../../../views/balance';
import { dayText } from '../../../views/beijing-time';
import type { BalanceAt } from '../services/statement';

type Balance = BalanceAt['balance'];

export interface DayBalance {
  balance: BalanceView;
  /** `比今天 0 点少 1,282`; empty for the day itself. */
  difference: string;
  /** What was set aside, owed or near its end, in rows. */
  rows: { name: string; value: string }[];
  /** Nothing had come to the account by then. */
  isEmpty: boolean;
}

/** Months of expiry that stand alone; the later ones are added up. */
const MONTHS_SHOWN = 6;

function expiries({ carbon, bonus }: Balance): [month: string, amount: number][] {
  const months = new Map<string, number>();
  for (const [month, amount] of [carbon, bonus].flatMap(kind => Object.entries(kind.availableByExpiry))) {
    months.set(month, (months.get(month) ?? 0) + amount);
  }
  return [...months].sort(([left], [right]) => (left < right ? -1 : 1));
}

const endOf = (month: string): string => `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月底`;

/** What ends when, soonest first: six months by themselves and the rest together. */
export function expiryRows(balance: Balance): { name: string; value: string }[] {
  const all = expiries(balance);
  const isLong = all.length > MONTHS_SHOWN + 1;
  const alone = isLong ? all.slice(0, MONTHS_SHOWN) : all;
  const rows = alone.map(([month, amount]) => ({ name: endOf(month), value: thousands(amount) }));
  if (!isLong) return rows;
  const later = all.slice(MONTHS_SHOWN);
  const sum = later.reduce((whole, [, amount]) => whole + amount, 0);
  return [...rows, { name: `之后到 ${endOf(later[later.length - 1]![0])}`, value: thousands(sum) }];
}

const availableOf = ({ carbon, bonus }: Balance): number => carbon.available + bonus.available;
const heldOf = ({ carbon, bonus }: Balance): number => carbon.held + bonus.held;
const debtOf = ({ carbon, bonus }: Balance): number => carbon.debt + bonus.debt;

function differenceText(then: number, now: number): string {
  return then === now ? '和现在一样多' : `从那时到现在 ${signed(now - then)}`;
}

export function viewDayBalance(then: Balance, now: Balance): DayBalance {
  const [held, debt] = [heldOf(then), debtOf(then)];
  const rows = [
    ...(held > 0 ? [{ name: '已预留（等待完成的使用）', value: thousands(held) }] : []),
    ...(debt > 0 ? [{ name: '待抵扣', value: thousands(debt) }] : []),
  ];
  return {
    balance: viewBalance(then),
    difference: differenceText(availableOf(then), availableOf(now)),
    rows,
    isEmpty: availableOf(then) + held + debt === 0,
  };
}

/** `11月12日 0 点` */
export const midnightText = (day: string, today: string): string => `${dayText(day, today)} 0 点`;
