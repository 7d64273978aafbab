import { newRiderToken, riderTokens } from '../../../../cloudfunctions/domain/bindings';
import { shenzhenFactorSet } from '../../../../cloudfunctions/domain/factors/seed';
import type { OwnTrip } from '../../../../cloudfunctions/domain/own-trips';
import { ownTrips } from '../../../../cloudfunctions/domain/own-trips/store';
import { recordRides, reverseRide } from '../../../../cloudfunctions/domain/rides';
import { type Trip, trips } from '../../../../cloudfunctions/domain/rides/store';
import { declareElsewhere, revokeClaim } from '../../../../cloudfunctions/domain/schemes';
import { checkBonus } from '../../../../cloudfunctions/domain/verification/check-bonus';
import { checkTrips } from '../../../../cloudfunctions/domain/verification/check-trips';
import { problemsOfOwnTrips } from '../../../support/audit-own-trips';
import { metroRide } from '../../../support/partner';
import { TimeWorld } from '../expiry/time-world';

export const RIDER = 'ann';
export const ACCOUNT = `user:${RIDER}`;
const CARD = 'card';

interface EarningCaps {
  dayCapGrams: number;
  monthCapGrams: number;
  ownTrips?: Readonly<Record<string, { dayBonusCap: number; monthBonusCap: number; monthTrips: number }>>;
}

/** One rider, his card, a partner, and what may become of his trips. */
export class SchemeWorld extends TimeWorld {
  private asked = 0;

  constructor(caps: EarningCaps) {
    super();
    this.documents.of('factor_sets').set(shenzhenFactorSet._id, JSON.stringify(shenzhenFactorSet));
    const parameters = JSON.parse(this.documents.of('parameters').get('1')!);
    parameters.earning = { sourceDayCapGrams: {}, ...caps };
    this.documents.of('parameters').set('1', JSON.stringify(parameters));
    const token = newRiderToken(this.process(), { partnerId: 'bawei', riderToken: CARD });
    const card = { ...token, uid: RIDER, boundAtMs: 1 };
    this.documents.of(riderTokens.name).set(card._id, JSON.stringify(card));
  }

  /** A signed ride by metro. */
  deliver(ride: Omit<Parameters<typeof metroRide>[0], 'riderToken'>) {
    return recordRides(this.process(), {
      partner: { partnerId: 'bawei', city: 'shenzhen', modes: ['metro'] },
      rides: [metroRide({ ...ride, riderToken: CARD })],
      deadlineMs: Number.MAX_SAFE_INTEGER,
    });
  }

  reverse(ticketId: string) {
    return reverseRide(this.process(), { partnerId: 'bawei', ticketId, reason: '退票' });
  }

  private get request() {
    this.asked += 1;
    return { key: `step:${RIDER}:${this.asked}`, hash: 'h' };
  }

  declare(tripId: string) {
    return declareElsewhere(this.process(), { uid: RIDER, tripId, scheme: 'other' }, this.request);
  }

  revoke(tripId: string) {
    return revokeClaim(this.process(), { uid: RIDER, tripId }, this.request);
  }

  rideOf(ticketId: string): Trip {
    return this.documents.all(trips).find(({ evidence }) => evidence?.ticketId === ticketId)!;
  }

  ownTrip(id: string): OwnTrip {
    return this.documents.all(ownTrips).find(({ _id }) => _id === id)!;
  }

  /** What a verification would find. */
  async findings(): Promise<unknown[]> {
    const entries = this.documents.all<Parameters<typeof checkTrips>[1][number]>({ name: 'ledger_entries' });
    const ofTrips = (await checkTrips(this.process(), entries)).findings;
    return [...ofTrips, ...(await checkBonus(this.process(), entries)), ...(await this.faults())];
  }

  /** That, and what does not add up by the documents. */
  async problems(): Promise<unknown[]> {
    return [...(await this.findings()), ...(await problemsOfOwnTrips(this.process()))];
  }
}
