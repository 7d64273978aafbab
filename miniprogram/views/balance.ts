import type { ProcedureOutput } from '../../cloudfunctions/contract/procedures';
import { thousands } from './amounts';

export type Balance = ProcedureOutput<'ledger.balance'>['balance'];

/** What the rider has, carbon and bonus apart. */
export interface BalanceView {
  total: number;
  carbon: string;
  /** Empty without any. */
  bonus: string;
  /** Width of the bar's green part, 0 to 100. */
  carbonPercent: number;
  /** `2028年11月底到期 120`: what expires first; empty without credits. */
  expiry: string;
  /** `预留中 300`: set aside for something that is not decided yet; empty without. */
  held: string;
  /** `待抵扣 30`: what later credits will repay; empty without. */
  debt: string;
}

function firstExpiry({ carbon, bonus }: Balance): string {
  const byMonth = new Map<string, number>();
  for (const [month, amount] of [carbon, bonus].flatMap(kind => Object.entries(kind.availableByExpiry))) {
    byMonth.set(month, (byMonth.get(month) ?? 0) + amount);
  }
  const [first] = [...byMonth.keys()].sort();
  if (first === undefined) return '';
  const [year, month] = first.split('-').map(Number);
  return `${year}年${month}月底到期 ${thousands(byMonth.get(first)!)}`;
}

/** A part that is there is seen, however small it is beside the other. */
const SMALLEST_PERCENT = 2;

function carbonPercent(carbon: number, bonus: number): number {
  if (carbon === 0) return 0;
  if (bonus === 0) return 100;
  const percent = Math.round((100 * carbon) / (carbon + bonus));
  return Math.min(100 - SMALLEST_PERCENT, Math.max(SMALLEST_PERCENT, percent));
}

export function viewBalance(balance: Balance): BalanceView {
  const [carbon, bonus] = [balance.carbon.available, balance.bonus.available];
  const held = balance.carbon.held + balance.bonus.held;
  const debt = balance.carbon.debt + balance.bonus.debt;
  return {
    total: carbon + bonus,
    carbon: thousands(carbon),
    bonus: bonus === 0 ? '' : thousands(bonus),
    carbonPercent: carbonPercent(carbon, bonus),
    expiry: firstExpiry(balance),
    held: held === 0 ? '' : `预留中 ${thousands(held)}`,
    debt: debt === 0 ? '' : `待抵扣 ${thousands(debt)}`,
  };
}
