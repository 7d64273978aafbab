/** What the oracle knows besides riders' accounts: the calendar, and where credits stand elsewhere. */
const calendar = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
/** Formatting is slow and instants repeat. */
const known = new Map<number, string>();
export function dayOf(atMs: number): string {
  const day = known.get(atMs) ?? calendar.format(atMs);
  known.set(atMs, day);
  return day;
}
export const monthOf = (atMs: number): string => dayOf(atMs).slice(0, 7);

/** Credits that stand outside of riders' accounts, by account, kind and origin; a mint has less than nothing. */
export class Elsewhere {
  readonly amounts = new Map<string, number>();

  move(account: string, kind: string, origin: string, amount: number): void {
    const name = `${account} ${kind} ${origin}`;
    const sum = (this.amounts.get(name) ?? 0) + amount;
    if (sum === 0) this.amounts.delete(name);
    else this.amounts.set(name, sum);
  }

  at(account: string, kind: string, origin: string): number {
    return this.amounts.get(`${account} ${kind} ${origin}`) ?? 0;
  }
}
