import { Refusal } from '../../../../cloudfunctions/contract/errors';
import { spendCredits } from '../../../../cloudfunctions/domain/ledger';
import {
  type OwnTripMonth,
  ownTripMonths,
  ownTrips,
} from '../../../../cloudfunctions/domain/own-trips/store';
import { type RiderDay, riderDays } from '../../../../cloudfunctions/domain/rider-days';
import { trips } from '../../../../cloudfunctions/domain/rides/store';
import * as fc from '../../../support/fast-check';
import { at, bikeTrip, MINUTE_MS, payOwnTrip } from '../own-trips/own-trip';
import { ACCOUNT, RIDER, SchemeWorld } from './scheme-world';

/** So tight that a handful of trips meets each of them. */
const CAPS = { dayBonusCap: 700, monthBonusCap: 1_100, monthTrips: 4 };
const DAY_CAP_GRAMS = 900;
const MONTH_CAP_GRAMS = 1_500;

/** Half-hours around a midnight, so that spans meet and days are crossed. */
const FROM_MS = at('2026-11-08T21:00:00');

const kinds = ['own', 'scan', 'ride', 'reverse', 'declare', 'declare', 'revoke', 'spend'] as const;
export interface Step {
  kind: (typeof kinds)[number];
  begin: number;
  minutes: number;
}
export const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...kinds),
  begin: fc.integer({ min: 0, max: 5 }),
  minutes: fc.constantFrom(25, 55),
});

/** Every way in which a trip comes, goes, and is claimed in another scheme. */
export class OrderWorld extends SchemeWorld {
  private made = 0;

  constructor() {
    super({
      dayCapGrams: DAY_CAP_GRAMS,
      monthCapGrams: MONTH_CAP_GRAMS,
      ownTrips: { 'bike-track': CAPS, 'station-code': CAPS },
    });
  }

  private async own(source: 'bike-track' | 'station-code', { begin, minutes }: Step): Promise<void> {
    const fromMs = FROM_MS + begin * 30 * MINUTE_MS;
    const change = { source, toMs: fromMs + minutes * MINUTE_MS, distanceMetres: minutes * 500 };
    await payOwnTrip(this.process(), RIDER, bikeTrip(fromMs, change), `${source}-${begin}-${minutes}`);
  }

  private async sign({ begin, minutes }: Step): Promise<void> {
    const fromMs = FROM_MS + begin * 30 * MINUTE_MS;
    // A short one takes a part of an own trip's place; in that time nobody comes as far as the long one.
    const way = minutes < 30 ? { to: '国贸' } : { distanceMetres: minutes * 200 };
    await this.deliver({ ticketId: `T-${begin}-${minutes}`, fromMs, minutes, ...way });
  }

  /** One of the trips in these states, mostly; where there is none, one of all, which is to be refused. */
  private tripAt({ begin }: Step, states: readonly string[]): string {
    const all = [...this.documents.all(trips), ...this.documents.all(ownTrips)];
    const wanted = all.filter(({ state }) => states.includes(state));
    const from = (wanted.length > 0 ? wanted : all).map(({ _id }) => _id).sort();
    return from[begin % Math.max(1, from.length)] ?? 'trip:none';
  }

  private async takeBack(one: Step): Promise<void> {
    const standing = this.documents.all(trips).filter(({ state }) => state !== 'reversed');
    const { evidence } = standing[one.begin % Math.max(1, standing.length)] ?? {};
    const ticketId = evidence?.ticketId ?? `T-${one.begin}-${one.minutes}`;
    await this.reverse(ticketId);
  }

  /** Refusals are answers; anything else is a fault. */
  async take(one: Step): Promise<void> {
    this.made += 1;
    const key = `spend:${this.made}`;
    const works: Record<Step['kind'], () => Promise<unknown>> = {
      own: () => this.own('bike-track', one),
      scan: () => this.own('station-code', one),
      ride: () => this.sign(one),
      reverse: () => this.takeBack(one),
      declare: () => this.declare(this.tripAt(one, ['credited', 'paid', 'replaced'])),
      revoke: () => this.revoke(this.tripAt(one, ['elsewhere'])),
      spend: () =>
        spendCredits(
          this.process(),
          ACCOUNT,
          { amount: one.minutes, bonusTo: 'merchant:self' },
          this.factsOf(key),
        ),
    };
    await works[one.kind]().catch((error: unknown) => {
      if (!(error instanceof Refusal) || error.code === 'INTERNAL') throw error;
    });
  }

  /** What has left by spending, of one kind. */
  private spent(kind: 'carbon' | 'bonus'): number {
    return this.entries('test')
      .flatMap(({ postings }) => postings)
      .filter(posting => posting.kind === kind && posting.source === ACCOUNT)
      .reduce((sum, { lots }) => lots.reduce((part, { amount }) => part + amount, sum), 0);
  }

  async expectSound(): Promise<void> {
    const credited = this.documents.all(trips).filter(({ state }) => state === 'credited');
    const creditedOn = (day: string): number =>
      credited.filter(trip => trip.day === day).reduce((sum, trip) => sum + trip.creditedGrams, 0);
    // What is claimed elsewhere has nothing left here.
    expect(
      this.documents.all(ownTrips).filter(({ state, bonus }) => state === 'elsewhere' && bonus > 0),
    ).toEqual([]);
    const [days, months]: [RiderDay[], OwnTripMonth[]] = [
      this.documents.all(riderDays),
      this.documents.all(ownTripMonths),
    ];
    for (const day of days) {
      expectApart(day.trips.filter(({ rest }) => !rest));
      expectApart(day.trips.filter(({ bonus }) => bonus !== undefined));
      const grams = Object.values(day.gramsBySource).reduce((sum, part) => sum + part, 0);
      expect(grams).toBe(creditedOn(day.day));
      expect(grams).toBeLessThanOrEqual(DAY_CAP_GRAMS);
      for (const bonus of Object.values(day.bonusBySource ?? {}))
        expect(bonus).toBeLessThanOrEqual(CAPS.dayBonusCap);
    }
    for (const { bonusBySource, tripsBySource } of months) {
      for (const bonus of Object.values(bonusBySource)) expect(bonus).toBeLessThanOrEqual(CAPS.monthBonusCap);
      for (const count of Object.values(tripsBySource)) expect(count).toBeLessThanOrEqual(CAPS.monthTrips);
    }
    const grams = credited.reduce((sum, { creditedGrams }) => sum + creditedGrams, 0);
    expect(grams).toBeLessThanOrEqual(MONTH_CAP_GRAMS);
    const bonuses = this.documents.all(ownTrips).reduce((sum, { bonus }) => sum + bonus, 0);
    const { carbon, bonus } = await this.balance(ACCOUNT);
    expect(carbon.available - carbon.debt + this.spent('carbon')).toBe(grams);
    expect(bonus.available - bonus.debt + this.spent('bonus')).toBe(bonuses);
  }
}

function expectApart(listed: RiderDay['trips']): void {
  const inOrder = listed.toSorted((left, right) => left.fromMs - right.fromMs);
  inOrder.forEach((trip, place) => {
    if (place > 0) expect(inOrder[place - 1]!.toMs).toBeLessThanOrEqual(trip.fromMs);
  });
}
