import { thousands } from './amounts';
import type { Balance } from './balance';
import { beijingMonth, monthText } from './beijing-time';

export type Kind = keyof Balance;

/** Credits of one kind and month that something would take. */
export interface TakenPart {
  kind: Kind;
  month: string;
  amount: number;
}

const kindNames: Readonly<Record<Kind, string>> = { carbon: '减排', bonus: '奖励' };

/** The server's order: what expires this month, of that bonus first; then bonus, then carbon, each by expiry. */
function inOrder(balance: Balance, kinds: readonly Kind[], month: string): TakenPart[] {
  const parts = kinds.flatMap(kind =>
    Object.entries(balance[kind].availableByExpiry).map(([expiry, amount]) => ({
      kind,
      month: expiry,
      amount,
    })),
  );
  const rank = (part: TakenPart): number => (part.month === month ? 0 : 2) + (part.kind === 'bonus' ? 0 : 1);
  return parts.sort((left, right) => rank(left) - rank(right) || (left.month < right.month ? -1 : 1));
}

/** What an amount would take of a balance, in the order in which it is taken; less than the amount when there is less. */
export function partsTaken(
  balance: Balance,
  amount: number,
  kinds: readonly Kind[],
  nowMs: number,
): TakenPart[] {
  let missing = amount;
  const taken: TakenPart[] = [];
  for (const part of inOrder(balance, kinds, beijingMonth(nowMs))) {
    const some = Math.min(part.amount, missing);
    if (some > 0) taken.push({ ...part, amount: some });
    missing -= some;
  }
  return taken;
}

/** One line of what is spent first. */
export interface TakenLine {
  key: string;
  kind: Kind;
  /** `奖励，2028年11月底到期` */
  text: string;
  amount: string;
}

/** `本月底到期` where it is this month, else with its month. */
const expiryText = (month: string, today: string): string =>
  month === today.slice(0, 7) ? '本月底到期' : `${monthText(month, today)}底到期`;

export const viewTaken = (parts: readonly TakenPart[], today: string): TakenLine[] =>
  parts.map(({ kind, month, amount }) => ({
    key: `${kind} ${month}`,
    kind,
    text: `${kindNames[kind]}，${expiryText(month, today)}`,
    amount: thousands(amount),
  }));
