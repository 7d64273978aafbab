import { thousands } from '../../../views/amounts';

/** A part of a bar: its width beside the others, and how pale it is. */
export interface BarPart {
  name: string;
  percent: number;
  shade: number;
}

/** A part that is there is seen, however small it is beside the others. */
const SMALLEST_PERCENT = 2;

/** What is negative or nothing has no part. */
export function barParts(amounts: readonly { name: string; amount: number; shade: number }[]): BarPart[] {
  const positive = amounts.filter(({ amount }) => amount > 0);
  const sum = positive.reduce((total, { amount }) => total + amount, 0);
  return positive.map(({ name, amount, shade }) => ({
    name,
    percent: Math.max(SMALLEST_PERCENT, Math.round((100 * amount) / sum)),
    shade,
  }));
}

/** With a minus as people write it, and no plus. */
export const amountText = (amount: number): string =>
  amount < 0 ? `−${thousands(-amount)}` : thousands(amount);
