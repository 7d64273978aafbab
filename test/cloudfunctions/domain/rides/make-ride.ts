import { type PartnerRide, partnerRide } from '../../../../cloudfunctions/contract/partner';
import { shenzhenFactorSet } from '../../../../cloudfunctions/domain/factors/seed';
import type { RideContext } from '../../../../cloudfunctions/domain/rides/judge-ride';

export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;

/** 2026-11-20 08:00 in Beijing. */
export const MORNING_MS = Date.parse('2026-11-20T00:00:00Z');

export const context: RideContext = {
  city: 'shenzhen',
  allowedModes: ['metro', 'bus', 'shared-bike', 'shared-e-bike', 'ferry'],
  factorSets: [shenzhenFactorSet],
  receivedAtMs: MORNING_MS + DAY_MS,
};

export interface Trip {
  mode?: string;
  from?: string | [longitude: number, latitude: number];
  to?: string | [longitude: number, latitude: number];
  atMs?: number;
  minutes?: number;
  metres?: number;
  /** What else the partner signs of it. */
  more?: Partial<PartnerRide>;
}

export const placeOf = (place: string | [number, number], atMs: number): PartnerRide['entry'] =>
  typeof place === 'string' ? { station: place, atMs } : { longitude: place[0], latitude: place[1], atMs };

/** A ride as the contract lets it in; what is not said is a good morning ride along line 1. */
export function rideOf({
  mode = 'metro',
  from = '罗湖',
  to = '车公庙',
  atMs = MORNING_MS,
  minutes = 30,
  metres,
  more = {},
}: Trip): PartnerRide {
  return partnerRide.parse({
    ticketId: 'ticket',
    riderToken: 'token',
    mode,
    entry: placeOf(from, atMs),
    exit: placeOf(to, atMs + minutes * MINUTE_MS),
    ...(metres === undefined ? {} : { distanceMetres: metres }),
    ...more,
  });
}
