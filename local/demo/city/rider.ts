export type KindName = 'commuter' | 'shift' | 'student' | 'occasional' | 'family' | 'tourist' | 'newcomer';

/** What a rider does again and again; each kind fills in what matters to it. */
export interface Habits {
  /** Where days begin and end: home, dormitory or hotel. */
  home: string;
  /** Where the rider goes most: work or campus. */
  usual: string;
  /** Where the rider goes for pleasure. */
  outings: readonly string[];
  /** Minute of the day at which the rider usually taps in first. */
  leavesAtMinute: number;
  staysMinutes: number;
  /** Days of the month on which the rider is in town and rides at all, counted from 0; the last one included. */
  firstDay: number;
  lastDay: number;
  /** When the card is bound in the mini-program; rides before that wait for it. */
  joinsOnDay: number;
  joinsAtMinute: number;
}

export interface Rider {
  /** `demo-commuter-001`: how the demo's people sign in. */
  openid: string;
  /** The operator's own name for the rider's card. */
  riderToken: string;
  kind: KindName;
  habits: Habits;
}

/** One ride as a rider wants to make it; `leavesAtMinute` is when the rider reaches the gate. */
export interface Intention {
  from: string;
  to: string;
  leavesAtMinute: number;
}
