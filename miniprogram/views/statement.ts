import type { ProcedureInput, ProcedureOutput } from '../../cloudfunctions/contract/procedures';
import { entryReasons } from '../words/entry-reasons';
import { signed, thousands } from './amounts';
import { beijingDay, beijingMonth, clockText, momentText, nearDayText } from './beijing-time';
import { modeName, placeName } from './trip';

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
  /** The trip that it belongs to, which explains it; empty without one. */
  tripId: string;
  label: string;
}

export const filters: readonly { show: Show; name: string }[] = [
  { show: 'all', name: '全部' },
  { show: 'carbon', name: '减排' },
  { show: 'bonus', name: '奖励' },
  { show: 'taken-back', name: '撤回' },
];

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

const leavingWords: Readonly<Record<string, string>> = {
  'donation-given': '已送出',
  'benefit-given': '已用掉',
};

/** What had been set aside before and left with this entry, in words: of what is available it changes nothing. */
function heldNote({ reason, postings }: Entry): string {
  const word = leavingWords[reason];
  if (word === undefined) return '';
  const given = postings.flatMap(({ lots }) => lots).reduce((sum, lot) => sum + lot.amount, 0);
  return ` · 预留的 ${thousands(given)} ${word}`;
}

/** What an own trip had been paid before and gave way with this entry, in words. */
function exchangeNote({ reason, account, postings }: Entry): string {
  if (reason !== 'trip') return '';
  const back = postings
    .filter(({ source, destination }) => source === account && destination === 'mint:own-trip')
    .flatMap(({ lots }) => lots)
    .reduce((sum, lot) => sum + lot.amount, 0);
  return back === 0 ? '' : ` · 换下自己记录的 ${thousands(back)} 积分`;
}

function toneOf(change: { carbon: number; bonus: number }): StatementLine['tone'] {
  if (change.carbon + change.bonus <= 0) return 'out';
  return change.carbon === 0 && change.bonus > 0 ? 'bonus' : 'carbon';
}

/** `机场 → 车公庙`; a bus or a bicycle that has no station is called by its kind. */
function titleOf({ reason, trip }: Entry): string {
  if (!trip) return entryReasons[reason] ?? '积分变动';
  const [from, to] = [placeName(trip.entry, ''), placeName(trip.exit, '')];
  const isBetweenStations = from !== '' && to !== '';
  return isBetweenStations ? `${from} → ${to}` : `${modeName(trip.mode)}出行`;
}

const endings: Readonly<Record<string, string>> = {
  'trip-reversed': '撤销',
  'claimed-elsewhere': '声明计入别处',
};

/**
 * When the trip was, as its rider knows it: entries come in batches, hours later and many at a time. The entry's own
 * time is added where it says more: when a trip was taken back, or counts in another month than it was made in.
 */
function timeOf({ reason, trip, atMs }: Entry, nowMs: number): string {
  if (!trip) return momentText(atMs, nowMs);
  const today = beijingDay(nowMs);
  const day = nearDayText(beijingDay(atMs), today);
  // A no-break space keeps day and time together on a narrow screen.
  const ride = `${nearDayText(beijingDay(trip.fromMs), today)}\u00a0${clockText(trip.fromMs)} ${modeName(trip.mode)}`;
  const ending = endings[reason];
  if (ending !== undefined) return `${ride} · ${day}${ending}`;
  return beijingMonth(trip.fromMs) === beijingMonth(atMs) ? ride : `${ride} · ${day}入账`;
}

/** Reversals name the entry that they take back, whose key is its trip's own id. */
const isOfTrip = ({ reason, trip }: Entry): boolean =>
  trip !== null || reason === 'trip' || reason === 'trip-reversed';

export function viewEntry(entry: Entry, nowMs: number): StatementLine {
  const change = changeOf(entry);
  const { carbon, bonus } = entry.balanceAfter;
  const title = titleOf(entry);
  const amount = signed(change.carbon + change.bonus);
  const balance = thousands(carbon.available + bonus.available);
  const detail = `${timeOf(entry, nowMs)}${debtNote(entry)}${heldNote(entry)}${exchangeNote(entry)}`;
  return {
    key: entry.key,
    title,
    detail,
    amount,
    tone: toneOf(change),
    balance,
    tripId: isOfTrip(entry) ? entry.reference.id : '',
    label: `${title.replace(' → ', '到')}，${amount}，${detail}，之后余额 ${balance}`,
  };
}
