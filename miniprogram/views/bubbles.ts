import { thousands } from './amounts';
import { beijingDay, clockText, momentText } from './beijing-time';
import { sourceName } from './source-words';
import { changeOf, type Entry } from './statement';
import type { Trip } from './trip';

/** Credits that have just arrived, floating until a tap collects them; they are in the ledger already. */
export interface BubbleView {
  seq: number;
  amount: number;
  text: string;
  /** What brought them: `地铁`, `走路奖励`. */
  source: string;
  /** When they were earned: it tells equal amounts apart. */
  name: string;
  kind: 'carbon' | 'bonus';
  label: string;
  /** How it moves to the number once it is collected; empty until then. */
  flight: string;
}

type KnownTrip = Pick<Trip, 'tripId' | 'fromMs' | 'mode'>;

const MOST_BUBBLES = 3;
const NEW_FOR_MS = 7 * 86_400_000;

/** The ride's own time where it is known, since entries come in batches. */
const earnedAtMs = ({ reference, atMs }: Entry, trips: readonly KnownTrip[]): number =>
  trips.find(({ tripId }) => tripId === reference.id)?.fromMs ?? atMs;

/** `08:12` of today, else `20日 08:12`: no day of the month comes twice in a week. */
function shortTime(earnedMs: number, nowMs: number): string {
  const day = beijingDay(earnedMs);
  const clock = clockText(earnedMs);
  return day === beijingDay(nowMs) ? clock : `${Number(day.slice(-2))}日 ${clock}`;
}

/** What had been set aside and comes back is the rider's own, and nothing new. */
const isReturn = ({ postings }: Entry): boolean => postings.some(({ source }) => source.startsWith('held:'));

function bubbleOf(entry: Entry, nowMs: number, trips: readonly KnownTrip[]): BubbleView {
  const change = changeOf(entry);
  const earnedMs = earnedAtMs(entry, trips);
  const amount = change.carbon + change.bonus;
  const kind = change.carbon > 0 ? 'carbon' : 'bonus';
  const source = sourceName(entry, kind, trips);
  const kindName = kind === 'carbon' ? '减排' : '奖励';
  return {
    seq: entry.seq,
    amount,
    text: `+${thousands(amount)}`,
    source,
    name: shortTime(earnedMs, nowMs),
    kind,
    label: `收下${momentText(earnedMs, nowMs)}的 ${thousands(amount)} ${kindName}积分，来自${source}`,
    flight: '',
  };
}

/** Entries that another one takes back: there is nothing of them left to collect. */
const takenBack = (entries: readonly Entry[]): string[] =>
  entries.filter(({ reference }) => reference.type === 'entry').map(({ reference }) => reference.id);

/**
 * The latest entries that brought something within a week and were not collected on this phone yet.
 * @param trips the latest ones, which give the bubbles their times and ways of travelling
 */
export function viewBubbles(
  entries: readonly Entry[],
  collected: readonly number[],
  nowMs: number,
  trips: readonly KnownTrip[] = [],
): BubbleView[] {
  const gone = takenBack(entries);
  return entries
    .filter(({ key }) => !gone.includes(key))
    .filter(({ seq, atMs }) => nowMs - atMs < NEW_FOR_MS && !collected.includes(seq))
    .filter(entry => !isReturn(entry))
    .map(entry => bubbleOf(entry, nowMs, trips))
    .filter(({ amount }) => amount > 0)
    .slice(0, MOST_BUBBLES);
}
