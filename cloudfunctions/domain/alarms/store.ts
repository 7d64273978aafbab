import { collectionOf } from '../../platform';

/** What can be alarming; each kind says what its details mean. */
export type AlarmKind = 'ledger-finding';

/** Something that people have to look at. */
export interface Alarm {
  /** Of kind and subject: what goes on is one alarm. */
  _id: string;
  kind: AlarmKind;
  /** What it is about, such as the key of an entry. */
  subject: string;
  /** Where and what, for people who look into it. */
  details: Record<string, string | number | null>;
  raisedAtMs: number;
  /** When it was last seen to go on. */
  seenAtMs: number;
  /** How often. */
  count: number;
  state: 'open' | 'acknowledged';
  acknowledgedBy: string | null;
  acknowledgedAtMs: number | null;
  /** What who acknowledged it says. */
  note: string | null;
  /** `<raisedAtMs, 15 digits>-<id>`: sorts like the time and is never equal. */
  position: string;
}

export const alarms = collectionOf<Alarm>('alarms');
