/** What goes wrong with a ticket, as it does with every operator. */
export type Mishap =
  | 'same-station'
  | 'too-fast'
  | 'unknown-station'
  /** One ride under two tickets: the second one overlaps the first. */
  | 'double-booked';

/** A ride as the operator's gates record it; the fields are those of `POST /partner/v1/rides`. */
export interface Ticket {
  ticketId: string;
  riderToken: string;
  mode: 'metro';
  entry: { station: string; atMs: number };
  exit: { station: string; atMs: number };
  distanceMetres?: number;
}

/** A ticket and when the operator's feed carries it. */
export interface Ride {
  openid: string;
  ticket: Ticket;
  feedAtMs: number;
  /** Null for a good ride; otherwise the product has to refuse it. */
  mishap: Mishap | null;
}
