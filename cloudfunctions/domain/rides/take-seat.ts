import type { RideRejection } from '../../contract/partner';
import type { Transaction } from '../../platform';
import { DAY_MS } from '../../platform/beijing-time';
import { type SharedCar, sharedCars, type Trip } from './store';

/** Longer than a ride may be late and wait for its card. */
const KEPT_MS = 62 * DAY_MS;

/** A place in a shared car, looked at and not taken yet. */
export type Seat = { car: SharedCar | null; problem: RideRejection | null } | null;

function problemOf(car: SharedCar | null, { _id, evidence }: Trip): RideRejection | null {
  if (!car || car.tripIds.length === 0 || car.tripIds.includes(_id)) return null;
  if (car.occupants !== evidence?.occupants) return 'CAR_DISAGREES';
  return car.tripIds.length >= car.occupants ? 'CAR_FULL' : null;
}

/**
 * Whether the ride fits the others of its car: each of them is paid by the same number of people, and they are no more
 * than that. Null for a ride in no shared car. One database call for one.
 */
export async function findSeat(transaction: Transaction, trip: Trip): Promise<Seat> {
  if (trip.carId === undefined) return null;
  const car = await transaction.get(sharedCars, trip.carId);
  return { car, problem: problemOf(car, trip) };
}

/** Takes it, once the ride is sure to be kept: two tickets at once both write the car. One database call. */
export async function takeSeat(
  transaction: Transaction,
  { _id: tripId, carId, evidence }: Trip,
  seat: Seat,
  nowMs: number,
): Promise<void> {
  if (seat === null || carId === undefined || seat.car?.tripIds.includes(tripId)) return;
  const tripIds = [...(seat.car?.tripIds ?? []), tripId];
  const taken = { occupants: evidence!.occupants!, tripIds, expiresAtMs: nowMs + KEPT_MS };
  if (seat.car) await transaction.update(sharedCars, carId, taken);
  else await transaction.add(sharedCars, { _id: carId, ...taken });
}

/** The place is free again: its ride was taken back, or is not credited after all. Two database calls for a shared car. */
export async function leaveSeat(
  transaction: Transaction,
  { _id, carId }: Pick<Trip, '_id' | 'carId'>,
): Promise<void> {
  const car = carId === undefined ? null : await transaction.get(sharedCars, carId);
  if (!car?.tripIds.includes(_id)) return;
  await transaction.update(sharedCars, car._id, { tripIds: car.tripIds.filter(id => id !== _id) });
}
