import { dayOf, timeOf } from '../beijing-time';
import type { AccountBalance, ShownTrip, StatementEntry } from '../people/account';
import { type Column, tableText } from './text-table';

const columns: readonly Column[] = [
  { title: '日期', align: 'left' },
  { title: '时间', align: 'left' },
  { title: '事项', align: 'left' },
  { title: '积分', align: 'right' },
  { title: '余额', align: 'right' },
];

const counted = (amount: number): string => amount.toLocaleString('en-US');

/** A rider's entries as a table, the latest first, and the balance below. `trips` are the ones that entries may name. */
export function statementText(
  entries: readonly StatementEntry[],
  trips: readonly ShownTrip[],
  balance: AccountBalance,
): string {
  if (entries.length === 0) return `还没有积分记录。\n${balanceText(balance)}`;
  const tripOf = new Map(trips.map(trip => [trip.tripId, trip]));
  const rows = entries.map(entry => [
    dayOf(entry.atMs),
    timeOf(entry.atMs),
    whatOf(entry, tripOf.get(entry.reference.id)),
    signed(changeOf(entry)),
    counted(netOf(entry.balanceAfter)),
  ]);
  return `${tableText(columns, rows)}\n\n${balanceText(balance)}`;
}

export function balanceText({ carbon, bonus }: AccountBalance): string {
  const parts = [`碳积分 ${counted(carbon.available)}`];
  if (carbon.held > 0) parts.push(`冻结 ${counted(carbon.held)}`);
  if (carbon.debt > 0) parts.push(`待补 ${counted(carbon.debt)}`);
  if (bonus.available > 0) parts.push(`奖励积分 ${counted(bonus.available)}`);
  return `余额：${parts.join('，')}`;
}

export const tripText = ({ entry, exit, distanceMetres }: ShownTrip): string =>
  `${entry.station ?? '？'} → ${exit.station ?? '？'} ${(distanceMetres / 1000).toFixed(1)} 公里`;

function whatOf({ reason }: StatementEntry, trip: ShownTrip | undefined): string {
  const where = trip === undefined ? '' : ` ${dayOf(trip.fromMs).slice(5)} ${tripText(trip)}`;
  if (reason === 'trip') return `地铁${where}`;
  return reason === 'trip-reversed' ? `撤销${where}` : reason;
}

/** What is owed counts against what is there, so that amounts add up to the balance in every line. */
const netOf = ({ carbon, bonus }: AccountBalance): number =>
  carbon.available + carbon.held - carbon.debt + bonus.available + bonus.held - bonus.debt;

/** Postings into the rider's account, or into what the rider owes, count up; the opposite ones down. */
function changeOf({ account, postings }: StatementEntry): number {
  const own = [account, account.replace(/^user:/, 'debt:')];
  return postings.reduce((sum, { source, destination, lots }) => {
    const amount = lots.reduce((part, lot) => part + lot.amount, 0);
    return sum + (own.includes(destination) ? amount : 0) - (own.includes(source) ? amount : 0);
  }, 0);
}

const signed = (amount: number): string => (amount > 0 ? `+${counted(amount)}` : counted(amount));
