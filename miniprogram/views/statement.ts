import type { ProcedureInput, ProcedureOutput } from '../../cloudfunctions/contract/procedures';
import { signed, thousands } from './amounts';
import { beijingMonth, momentText } from './beijing-time';

export type Entry = ProcedureOutput<'ledger.statement'>['entries'][number];
export type Show = NonNullable<ProcedureInput<'ledger.statement'>['show']> | 'all';

/** One line of the statement. */
export interface StatementLine {
  key: string;
  title: string;
  detail: string;
  amount: string;
  /** The colour's meaning: green carbon, amber bonus; none for what was taken back. */
  tone: 'carbon' | 'bonus' | 'out';
  balance: string;
  /** The trip that it belongs to, which explains it. */
  tripId: string;
  label: string;
}

export const filters: readonly { show: Show; name: string }[] = [
  { show: 'all', name: '全部' },
  { show: 'carbon', name: '减排' },
  { show: 'bonus', name: '奖励' },
  { show: 'taken-back', name: '撤回' },
];

const titles: Readonly<Record<string, string>> = { trip: '出行减排', 'trip-reversed': '行程撤销' };

/** `2026-11`: of the entry's own time, as the server sums them. */
export const monthOf = ({ atMs }: Entry): string => beijingMonth(atMs);

/** What an entry changed of what the account has available, by kind. */
export function changeOf({ account, postings }: Entry): { carbon: number; bonus: number } {
  const change = { carbon: 0, bonus: 0 };
  for (const { source, destination, kind, lots } of postings) {
    const amount = lots.reduce((sum, lot) => sum + lot.amount, 0);
    if (destination === account) change[kind] += amount;
    if (source === account) change[kind] -= amount;
  }
  return change;
}

/** What of the entry went to repay or was owed, in words. */
function debtNote(entry: Entry): string {
  const repaid = entry.postings
    .filter(({ source }) => source.startsWith('conversion:'))
    .flatMap(({ lots }) => lots)
    .reduce((sum, lot) => sum + lot.amount, 0);
  return repaid === 0 ? '' : ` · 其中 ${thousands(repaid)} 抵扣待还`;
}

function toneOf(change: { carbon: number; bonus: number }): StatementLine['tone'] {
  if (change.carbon + change.bonus < 0) return 'out';
  return change.carbon === 0 && change.bonus > 0 ? 'bonus' : 'carbon';
}

export function viewEntry(entry: Entry, nowMs: number): StatementLine {
  const change = changeOf(entry);
  const { carbon, bonus } = entry.balanceAfter;
  const title = titles[entry.reason] ?? '积分变动';
  const amount = signed(change.carbon + change.bonus);
  const balance = thousands(carbon.available + bonus.available);
  const detail = `${momentText(entry.atMs, nowMs)}${debtNote(entry)}`;
  return {
    key: entry.key,
    title,
    detail,
    amount,
    tone: toneOf(change),
    balance,
    tripId: entry.reference.id,
    label: `${title}，${amount}，${detail}，之后余额 ${balance}`,
  };
}
