/**
 * What rides, bindings and reversals come to, told in the plainest way: one thing after the other, in memory, without
 * a database, batches or digests. Written from the product's description as an oracle for histories.
 */
export interface ModelRide {
  ticket: string;
  card: string;
  fromMs: number;
  toMs: number;
  grams: number;
}

type State = 'waiting-binding' | 'waiting-ride' | 'credited' | 'reversed' | 'refused';

export interface ModelTrip {
  state: State;
  ride: ModelRide | null;
  rider: string | null;
  credited: number;
  isFirst: boolean;
}

interface Card {
  rider: string | null;
  unboundAtMs: number | null;
}

const DAY_CAP_GRAMS = 10_000;
const dayOf = (atMs: number): number => Math.floor((atMs + 8 * 3_600_000) / 86_400_000);
const isSame = (one: ModelRide | null, other: ModelRide): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

export class RidesModel {
  readonly trips = new Map<string, ModelTrip>();
  readonly cards = new Map<string, Card>();
  readonly #haveRidden = new Set<string>();

  /** Rides of one card in one batch; the outcome of each by ticket. */
  deliver(rides: readonly ModelRide[], nowMs: number): Map<string, string> {
    const outcomes = new Map<string, string>();
    for (const ride of rides.toSorted((a, b) => a.fromMs - b.fromMs)) {
      outcomes.set(ride.ticket, this.#known(ride) ?? this.#judge(ride, nowMs));
    }
    return outcomes;
  }

  reverse(ticket: string): void {
    const trip = this.trips.get(ticket);
    if (!trip) this.#set(ticket, { state: 'waiting-ride', ride: null });
    else if (trip.state !== 'waiting-ride') this.trips.set(ticket, { ...trip, state: 'reversed' });
  }

  /** False when the card is somebody else's. */
  bind(rider: string, name: string): boolean {
    const card = this.#card(name);
    if (card.rider !== null && card.rider !== rider) return false;
    card.rider = rider;
    const waiting = [...this.trips.values()].filter(
      trip => trip.state === 'waiting-binding' && trip.ride?.card === name,
    );
    for (const { ride } of waiting.toSorted((a, b) => a.ride!.fromMs - b.ride!.fromMs)) {
      if (this.#isTooEarly(ride!)) this.#set(ride!.ticket, { state: 'refused', ride });
      else if (!this.#credit(ride!, rider)) this.#set(ride!.ticket, { state: 'refused', ride, rider });
    }
    return true;
  }

  /** False when nobody has ever seen the card. */
  unbind(name: string, nowMs: number): boolean {
    const card = this.cards.get(name);
    if (!card) return false;
    if (card.rider !== null) this.cards.set(name, { rider: null, unboundAtMs: nowMs });
    return true;
  }

  gramsOf(rider: string): number {
    return this.#creditedTo(rider).reduce((sum, trip) => sum + trip.credited, 0);
  }

  #known(ride: ModelRide): string | null {
    const trip = this.trips.get(ride.ticket);
    if (!trip || trip.state === 'waiting-ride') return null;
    if (!isSame(trip.ride, ride)) return 'IDEMPOTENCY_CONFLICT';
    return trip.state === 'waiting-binding' ? 'pending' : 'duplicate';
  }

  #judge(ride: ModelRide, nowMs: number): string {
    if (ride.toMs > nowMs) return 'IN_THE_FUTURE';
    const { rider } = this.#card(ride.card);
    if (this.#isTooEarly(ride)) return 'BEFORE_UNBINDING';
    if (this.trips.has(ride.ticket)) {
      this.#set(ride.ticket, { state: 'reversed', ride, rider });
      return 'accepted';
    }
    if (rider !== null) return this.#credit(ride, rider) ? 'accepted' : 'OVERLAPS';
    this.#set(ride.ticket, { state: 'waiting-binding', ride });
    return 'pending';
  }

  #credit(ride: ModelRide, rider: string): boolean {
    const others = this.#creditedTo(rider);
    if (others.some(({ ride: other }) => other!.fromMs < ride.toMs && ride.fromMs < other!.toMs))
      return false;
    const ofDay = others.filter(({ ride: other }) => dayOf(other!.fromMs) === dayOf(ride.fromMs));
    const room = DAY_CAP_GRAMS - ofDay.reduce((sum, trip) => sum + trip.credited, 0);
    const credited = Math.min(ride.grams, Math.max(0, room));
    const isFirst = credited > 0 && !this.#haveRidden.has(rider);
    if (credited > 0) this.#haveRidden.add(rider);
    this.#set(ride.ticket, { state: 'credited', ride, rider, credited, isFirst });
    return true;
  }

  #isTooEarly(ride: ModelRide): boolean {
    const { unboundAtMs } = this.#card(ride.card);
    return unboundAtMs !== null && ride.fromMs <= unboundAtMs;
  }

  #creditedTo(rider: string): ModelTrip[] {
    return [...this.trips.values()].filter(trip => trip.state === 'credited' && trip.rider === rider);
  }

  #card(name: string): Card {
    const card = this.cards.get(name) ?? { rider: null, unboundAtMs: null };
    this.cards.set(name, card);
    return card;
  }

  #set(ticket: string, trip: Partial<ModelTrip> & Pick<ModelTrip, 'state' | 'ride'>): void {
    this.trips.set(ticket, { rider: null, credited: 0, isFirst: false, ...trip });
  }
}
