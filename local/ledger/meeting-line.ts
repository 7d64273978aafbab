/** What a leaf says of an entry, and an entry of itself. */
export interface Sealed {
  key: string;
  hash: string;
  /** The entry's day. */
  of: string;
  /** The day whose seal it is in. */
  on: string;
}

interface Place {
  account: string;
  /** NaN for one that is no number, which JSON says as null. */
  seq: number;
}

export type EntryMet = Sealed & Place;

/** What leaves and entries say of one key. */
export interface Meeting {
  sealed: Sealed[];
  entries: EntryMet[];
}

/** Stands between what a leaf and an entry say alike and what only the entry says; neither way of writing has it. */
const MARK = '\t';

/** Four words that can be told apart without quotes; what does not consist of such ones is written as JSON. */
const PLAIN_WORDS = /^(?:[!-Z\\-~]+ ){3}[!-Z\\-~]+$/;

function sealedText({ key, hash, of, on }: Sealed): string {
  const words = `${key} ${hash} ${of} ${on}`;
  return PLAIN_WORDS.test(words) ? words : JSON.stringify([key, hash, of, on]);
}

/** One line for a leaf, or for an entry with its place: those of an entry and of its own leaf begin alike. */
export function meetingLine(sealed: Sealed, place?: Place): string {
  const alike = sealedText(sealed);
  return place === undefined ? alike : `${alike}${MARK}${JSON.stringify([place.account, place.seq])}`;
}

/**
 * Whether each leaf has its entry and each entry its leaf, but for entries of days that are not sealed yet. No line has to
 * be read for that, and in nearly every ledger nothing else has to be done; where it is not so, `meetingsOf` tells more.
 *
 * @param lines those of leaves before those of entries
 * @param lastDay the last one that is sealed
 */
export function allMeet(lines: readonly string[], lastDay: string): boolean {
  const left = new Set<string>();
  for (const line of lines) {
    const end = line.indexOf(MARK);
    if (end < 0) {
      if (left.has(line)) return false;
      left.add(line);
    } else if (!left.delete(line.slice(0, end)) && readLine(line).of <= lastDay) return false;
  }
  return left.size === 0;
}

export function meetingsOf(lines: readonly string[]): Map<string, Meeting> {
  const meetings = new Map<string, Meeting>();
  for (const line of lines) {
    const read = readLine(line);
    const meeting = meetings.get(read.key) ?? { sealed: [], entries: [] };
    meetings.set(read.key, meeting);
    if (isEntry(read)) meeting.entries.push(read);
    else meeting.sealed.push(read);
  }
  return meetings;
}

const isEntry = (read: Sealed | EntryMet): read is EntryMet => 'account' in read;

function readLine(line: string): Sealed | EntryMet {
  const [alike, place] = line.split(MARK);
  const words = alike!.startsWith('[') ? (JSON.parse(alike!) as string[]) : alike!.split(' ');
  const [key, hash, of, on] = words as [string, string, string, string];
  const sealed = { key, hash, of, on };
  if (place === undefined) return sealed;
  const [account, seq] = JSON.parse(place) as [string, number];
  return { ...sealed, account, seq };
}
