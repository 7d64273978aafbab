import type { City } from '../../../../local/demo/city/city';
import type { Mishap, Ride, Ticket } from '../../../../local/demo/city/ride';
import { type Step, stepsOf } from '../../../../local/demo/month/step';
import { shortestMetres } from './shortest-metres';

/** What must have come of a month: counts of the answers, and each rider's grams. */
export interface ExpectedMonth {
  accepted: number;
  duplicate: number;
  pending: number;
  rejected: Record<string, number>;
  gramsOf: Map<string, number>;
}

const codes: Record<Mishap, string> = {
  'same-station': 'SAME_STATION',
  'too-fast': 'IMPOSSIBLE_SPEED',
  'unknown-station': 'UNKNOWN_STATION',
  'double-booked': 'OVERLAPS',
};

/** Milligrams a kilometre: metro, Shenzhen 2021. */
const FACTOR = 46_700;

/** Plays the month through with sets and maps alone. */
export function expectedMonth(city: City): ExpectedMonth {
  const month = new Playing();
  for (const step of stepsOf(city)) month.play(step);
  return month.outcome(city);
}

class Playing {
  readonly #bound = new Set<string>();
  readonly #leftAtMs = new Map<string, number>();
  readonly #taken = new Map<string, 'credited' | 'waiting'>();
  readonly #reversed = new Set<string>();
  readonly #tickets = new Map<string, { openid: string; ticket: Ticket }>();
  readonly #sums = { accepted: 0, duplicate: 0, pending: 0, rejected: {} as Record<string, number> };

  play(step: Step): void {
    for (const { rider } of step.joins) this.#bind(rider.openid);
    for (const ride of step.rides) this.#take(ride);
    for (const { ticketId } of step.reversals) this.#reverse(ticketId);
    for (const { rider } of step.departures) {
      this.#bound.delete(rider.openid);
      this.#leftAtMs.set(rider.openid, step.untilMs);
    }
  }

  #bind(openid: string): void {
    this.#bound.add(openid);
    for (const [ticketId, state] of this.#taken) {
      if (state === 'waiting' && this.#tickets.get(ticketId)?.openid === openid)
        this.#taken.set(ticketId, 'credited');
    }
  }

  #take({ openid, ticket, mishap }: Ride): void {
    const { ticketId } = ticket;
    const known = this.#taken.get(ticketId);
    if (known === 'credited') this.#sums.duplicate += 1;
    else if (known === 'waiting') this.#sums.pending += 1;
    else if (mishap !== null) this.#reject(codes[mishap]);
    else if (ticket.entry.atMs <= (this.#leftAtMs.get(openid) ?? 0)) this.#reject('BEFORE_UNBINDING');
    else this.#record(openid, ticket);
  }

  #record(openid: string, ticket: Ticket): void {
    this.#tickets.set(ticket.ticketId, { openid, ticket });
    const settled = this.#bound.has(openid) || this.#reversed.has(ticket.ticketId);
    this.#taken.set(ticket.ticketId, settled ? 'credited' : 'waiting');
    this.#sums[settled ? 'accepted' : 'pending'] += 1;
  }

  #reverse(ticketId: string): void {
    this.#reversed.add(ticketId);
    if (this.#taken.has(ticketId)) this.#taken.set(ticketId, 'credited');
  }

  #reject(code: string): void {
    this.#sums.rejected[code] = (this.#sums.rejected[code] ?? 0) + 1;
  }

  outcome({ riders }: City): ExpectedMonth {
    const metresOf = shortestMetres();
    const gramsOf = new Map(riders.map(({ openid }) => [openid, 0]));
    for (const [ticketId, { openid, ticket }] of this.#tickets) {
      if (this.#taken.get(ticketId) !== 'credited' || this.#reversed.has(ticketId)) continue;
      const shortest = metresOf(ticket.entry.station, ticket.exit.station);
      const metres = Math.min(shortest, ticket.distanceMetres ?? shortest);
      gramsOf.set(openid, gramsOf.get(openid)! + Math.floor((FACTOR * metres) / 1_000_000));
    }
    return { ...this.#sums, gramsOf };
  }
}
