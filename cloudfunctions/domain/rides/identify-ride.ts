import { sha256Hex } from '../../../miniprogram/proof';
import type { Platform } from '../../platform';

/** The trip's id and the key of its entry: nobody without the environment's key can tell the ticket from it. */
export const tripIdOf = (platform: Platform, partnerId: string, ticketId: string): string =>
  `trip:${partnerId}:${platform.keyedDigest('ticket', `${partnerId}\n${ticketId}`)}`;

/** What tickets of one shared car have in common; nobody without the environment's key can tell the car from it. */
export const carIdOf = (platform: Platform, partnerId: string, carTripId: string): string =>
  `car:${partnerId}:${platform.keyedDigest('car', `${partnerId}\n${carTripId}`)}`;

/** SHA-256 of the ticket id: what both sides can compute when they compare a day. */
export const ticketDigestOf = (ticketId: string): string => sha256Hex(ticketId);

export const timelineOf = (fromMs: number, tripId: string): string => `${fromMs}:${tripId}`;
