import type { Parameters } from '../rules';
import { definitions } from './definitions';

/** What is wrong with a value, by the path of its parameter. */
export interface ValueProblem {
  field: string;
  reason: string;
}

/**
 * Lots that an account may come to hold: bonus by month of expiry, carbon by month of expiry and by month of entry (a
 * ride may come in the month after), and the days that may still be reversed.
 */
const mostLots = ({ ledger }: Parameters): number =>
  3 * (ledger.expiryMonths + 1) + ledger.reversalWindowDays;

function problemOfBounds(parameters: Parameters): ValueProblem | null {
  for (const { path, least, most, unit, read } of definitions) {
    const value = read(parameters);
    if (!Number.isSafeInteger(value)) return { field: path, reason: '应为整数' };
    if (value < least || value > most)
      return { field: path, reason: `应在 ${least} 和 ${most} 之间（${unit}）` };
  }
  return null;
}

function problemTowardsEachOther(parameters: Parameters): ValueProblem | null {
  const { earning, ledger, staff } = parameters;
  if (earning.monthCapGrams < earning.dayCapGrams) {
    return { field: 'earning.monthCapGrams', reason: '每月上限不能低于每天上限' };
  }
  const lots = mostLots(parameters);
  if (ledger.lotLimit < lots) {
    const reason = `按现有的有效期和撤销期，账户最多会有约 ${lots} 批，批次上限不能低于它`;
    return { field: 'ledger.lotLimit', reason };
  }
  if (staff?.applicationChain.length === 0) {
    return { field: 'staff.applicationChain.superior', reason: '开户审批至少保留一级' };
  }
  return null;
}

/** The first thing that keeps these parameters from being a version that people may ask for; null when nothing does. */
export const valueProblem = (parameters: Parameters): ValueProblem | null =>
  problemOfBounds(parameters) ?? problemTowardsEachOther(parameters);
