import { beijingDay } from '../../platform/beijing-time';
import type { ShownEntry } from '../ledger';
import type { TripName } from '../rides';

/** What somebody wrote to search for; an entry is found by any of them. */
export interface Words {
  /** A part of a station's name. */
  station?: string | undefined;
  reasons?: readonly string[] | undefined;
  modes?: readonly string[] | undefined;
  /** The amount exactly, whether it came or went. */
  amount?: number | undefined;
  /** A Beijing day or month: of the entry, or of the trip, which riders remember better. */
  when?: string | undefined;
}

/** What an entry has to be; everything that is given has to hold. */
export interface Question {
  anyOf?: Words | undefined;
  direction?: 'in' | 'out' | undefined;
  /** Of the amount, whether it came or went. */
  leastAmount?: number | undefined;
}

/** What an entry changed of what its account has available, both kinds together. */
export function changeOf({ account, postings }: Pick<ShownEntry, 'account' | 'postings'>): number {
  let change = 0;
  for (const { source, destination, lots } of postings) {
    const amount = lots.reduce((sum, lot) => sum + lot.amount, 0);
    if (destination === account) change += amount;
    if (source === account) change -= amount;
  }
  return change;
}

/** Whether amount and direction are those asked for: what an entry says by itself. */
export function isOfSize(question: Question, entry: Pick<ShownEntry, 'account' | 'postings'>): boolean {
  const change = changeOf(entry);
  if (question.direction === 'in' && change <= 0) return false;
  if (question.direction === 'out' && change >= 0) return false;
  return Math.abs(change) >= (question.leastAmount ?? 0);
}

/** Spaces, full-width characters and the suffix 站 make no difference, as in the network's own names. */
const plain = (name: string): string =>
  name.normalize('NFKC').replace(/\s/g, '').toLowerCase().replace(/站$/, '');

function isAtStation(station: string, { entry, exit }: TripName): boolean {
  const wanted = plain(station);
  return (
    wanted !== '' && [entry, exit].some(place => 'station' in place && plain(place.station).includes(wanted))
  );
}

const isOn = (when: string, day: string, trip: TripName | null): boolean =>
  day.startsWith(when) || (trip !== null && beijingDay(trip.fromMs).startsWith(when));

/** Whether the words name the entry, or the trip that it belongs to; null where that is not known. */
export function isNamedBy(
  words: Words,
  entry: Pick<ShownEntry, 'account' | 'postings' | 'reason' | 'day'>,
  trip: TripName | null,
): boolean {
  const { station, reasons = [], modes = [], amount, when } = words;
  return (
    reasons.includes(entry.reason) ||
    (amount !== undefined && Math.abs(changeOf(entry)) === amount) ||
    (when !== undefined && isOn(when, entry.day, trip)) ||
    (trip !== null && (modes.includes(trip.mode) || (station !== undefined && isAtStation(station, trip))))
  );
}
