import type { PartnerRide, RidesAnswer } from '../../../../cloudfunctions/contract/partner';
import { CURRENT_POLICY_VERSION } from '../../../../cloudfunctions/contract/riders';
import { bindToken, riderTokens, tokenIdOf, unbindToken } from '../../../../cloudfunctions/domain/bindings';
import { bindCodes } from '../../../../cloudfunctions/domain/bindings/store';
import { readBalance, userAccount } from '../../../../cloudfunctions/domain/ledger';
import { riders } from '../../../../cloudfunctions/domain/riders/store';
import {
  creditWaitingRides,
  recordRides,
  reverseRide,
  type Trip,
} from '../../../../cloudfunctions/domain/rides';
import { collectionOf, type Platform } from '../../../../cloudfunctions/platform';
import { codesOf } from '../../../support/codes-of';
import { gramsOf, metroRide } from '../../../support/partner';
import { type ModelRide, RidesModel } from './rides-model';

const MINUTE_MS = 60_000;
const SLOT_MS = 30 * MINUTE_MS;
export const RIDERS = 2;
export const CARDS = 3;
export const SLOTS = 14;
const partnerId = 'bawei';

export type Step =
  | { do: 'deliver'; card: number; slots: { slot: number; other: boolean }[] }
  | { do: 'reverse'; card: number; slot: number }
  | { do: 'bind'; rider: number; card: number }
  | { do: 'unbind'; card: number }
  | { do: 'wait'; slots: number };

/** One history on the database and in the model, with riders, cards and tickets of its own and a clock of its own. */
export class History {
  readonly model = new RidesModel();
  readonly uids: string[] = [];
  readonly platform: Platform;
  private readonly name: string;
  private readonly beginMs: number;
  private nowMs: number;

  constructor(platform: Platform) {
    this.platform = { ...platform, nowMs: () => this.nowMs };
    this.name = platform.randomId();
    this.beginMs = platform.nowMs() - 20 * SLOT_MS;
    this.nowMs = this.beginMs + 4 * SLOT_MS;
  }

  async begin(): Promise<void> {
    const consents = [{ policyVersion: CURRENT_POLICY_VERSION, givenAtMs: 1, withdrawnAtMs: null }];
    for (let rider = 0; rider < RIDERS; rider += 1) {
      const uid = this.platform.randomId();
      this.uids.push(uid);
      await this.platform.database.add(riders, {
        _id: uid,
        createdAtMs: 1,
        consents,
        lastBoundAtMs: null,
        unbindDueUpToMs: null,
      });
    }
  }

  async take(next: Step): Promise<void> {
    this.nowMs += MINUTE_MS;
    if (next.do === 'wait') this.nowMs += next.slots * SLOT_MS;
    else if (next.do === 'deliver') await this.deliver(next);
    else if (next.do === 'reverse') await this.reverse(this.ticketOf(next.card, next.slot));
    else if (next.do === 'bind') await this.bind(next);
    else await this.unbind(next.card);
  }

  private readonly cardOf = (index: number): string => `${this.name} card ${index}`;
  private readonly ticketOf = (index: number, at: number): string => `${this.name} ticket ${index}-${at}`;

  /** Forty minutes in slots of thirty: neighbours overlap. Cards differ by a second, so that no two begin at once. */
  rideOf(index: number, at: number, other: boolean): { sent: PartnerRide; told: ModelRide } {
    const ticketId = this.ticketOf(index, at);
    const fromMs = this.beginMs + at * SLOT_MS + index * 1000;
    const distanceMetres = other ? 40_000 : 52_749;
    const riderToken = this.cardOf(index);
    const sent = metroRide({ ticketId, riderToken, fromMs, minutes: 40, distanceMetres });
    const { atMs: toMs } = sent.exit;
    return {
      sent,
      told: { ticket: ticketId, card: riderToken, fromMs, toMs, grams: gramsOf(distanceMetres) },
    };
  }

  private async deliver({ card: index, slots }: Step & { do: 'deliver' }): Promise<void> {
    const rides = slots.map(({ slot: at, other }) => this.rideOf(index, at, other));
    const unique = rides.filter(
      (ride, n) => rides.findIndex(({ told }) => told.ticket === ride.told.ticket) === n,
    );
    const answer = await this.send(unique.map(({ sent }) => sent));
    const outcomes = this.model.deliver(
      unique.map(({ told }) => told),
      this.nowMs,
    );
    const count = (outcome: string) => [...outcomes.values()].filter(other => other === outcome).length;
    expect({
      ...answer,
      rejected: answer.rejected.map(({ ticketId, code }) => [ticketId, code]).sort(),
    }).toEqual({
      accepted: count('accepted'),
      duplicate: count('duplicate'),
      pending: count('pending'),
      deferred: [],
      rejected: [...outcomes].filter(([, outcome]) => /^[A-Z_]+$/.test(outcome)).sort(),
    });
  }

  send(rides: PartnerRide[]): Promise<RidesAnswer> {
    return recordRides(this.platform, {
      partner: { partnerId, city: 'shenzhen', modes: ['metro'] },
      rides,
      deadlineMs: this.nowMs + MINUTE_MS,
    });
  }

  async reverse(ticketId: string): Promise<void> {
    await reverseRide(this.platform, { partnerId, ticketId, reason: 'r' });
    this.model.reverse(ticketId);
  }

  private async bind({ rider, card: index }: Step & { do: 'bind' }): Promise<void> {
    const code = this.platform.randomReadableCode(8);
    await this.platform.database.add(bindCodes, {
      _id: code,
      uid: this.uids[rider]!,
      createdAtMs: this.nowMs,
      expiresAtMs: this.nowMs + 1,
      usedAtMs: null,
      tokenId: null,
    });
    const riderToken = this.cardOf(index);
    const binding = bindToken(this.platform, { partnerId, bindCode: code, riderToken });
    const [outcome] = await codesOf([binding]);
    expect(outcome).toBe(this.model.bind(this.uids[rider]!, riderToken) ? 'ok' : 'TOKEN_BOUND');
    if (outcome === 'ok') await creditWaitingRides(this.platform, (await binding).tokenId, this.nowMs + 1);
  }

  private async unbind(index: number): Promise<void> {
    const riderToken = this.cardOf(index);
    const [outcome] = await codesOf([unbindToken(this.platform, { partnerId, riderToken })]);
    // The model makes a card at its first ride or binding, whatever becomes of that; the product keeps what it took.
    const isKnown = await this.platform.database.get(
      riderTokens,
      tokenIdOf(this.platform, { partnerId, riderToken }),
    );
    if (isKnown) expect(this.model.unbind(riderToken, this.nowMs)).toBe(true);
    expect(outcome).toBe(isKnown ? 'ok' : 'NOT_FOUND');
  }

  /** Trips and balances are those of the model. */
  async compare(): Promise<void> {
    const trips = collectionOf<Trip>('trips');
    const found: object[] = [];
    const expected: object[] = [];
    for (const [ticketId, { state, rider, credited, isFirst, ride }] of this.model.trips) {
      const digest = this.platform.keyedDigest('ticket', `${partnerId}\n${ticketId}`);
      const trip = await this.platform.database.get(trips, `trip:${partnerId}:${digest}`);
      found.push({
        ticketId,
        state: trip?.state,
        uid: trip?.uid,
        grams: trip?.creditedGrams,
        first: trip?.isFirst,
        fromMs: trip?.fromMs,
      });
      expected.push({
        ticketId,
        state,
        uid: rider,
        grams: credited,
        first: isFirst,
        fromMs: ride?.fromMs ?? 0,
      });
    }
    expect(found).toEqual(expected);
    for (const uid of this.uids) {
      const { carbon } = await readBalance(this.platform, userAccount(uid));
      expect([carbon.available, carbon.debt]).toEqual([this.model.gramsOf(uid), 0]);
    }
  }

  /** Everything that was taken is sent once more, and everything that was taken back. */
  async repeat(): Promise<void> {
    const all = [0, 1, 2].flatMap(index =>
      Array.from({ length: SLOTS }, (_, at) =>
        [false, true].map(other => this.rideOf(index, at, other)),
      ).flat(),
    );
    const taken = all.filter(
      ({ told }) => JSON.stringify(this.model.trips.get(told.ticket)?.ride) === JSON.stringify(told),
    );
    if (taken.length > 0) {
      const answer = await this.send(taken.map(({ sent }) => sent));
      expect(answer.duplicate + answer.pending).toBe(taken.length);
    }
    for (const [ticketId, { state }] of this.model.trips) {
      if (state === 'reversed' || state === 'waiting-ride') await this.reverse(ticketId);
    }
  }
}
