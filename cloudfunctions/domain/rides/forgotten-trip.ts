import type { Trip } from './store';

/**
 * What a trip loses when its rider is forgotten: who rode, where, when, on which card, and the salt that its commitment in
 * the ledger could be opened with. What stays says that a ticket was taken, for how many grams of which day, so that it
 * is never taken twice and the partner's day still adds up.
 */
export const forgottenRide = {
  uid: null,
  tokenId: null,
  evidence: null,
  salt: null,
  // Their ids hold the rider's.
  replacedTrips: [],
  fromMs: 0,
  toMs: 0,
  timeline: '0:forgotten',
  receivedAtMs: 0,
} as const satisfies Partial<Trip>;
